button-broadcast-later = 🗓 Send later
button-broadcast-joins = 🚪 Latecomers
button-plan-before = 🌆 The evening before, 18:00
button-plan-morning = 🌅 On the first day, 8:00
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
plan-ask = 🗓 <b>When shall it go out?</b> Type a day and a time, for example: <code>12.07.2027 18:00</code>. The time is local: { $zone }.
plan-ask-days = Or type days from the start and a time: <code>-1 18:00</code> is the evening before, <code>2 09:00</code> the morning two days after it. Then it moves when the start moves.
plan-problem-form = ⚠️ I could not read that as a time. Please type it as in the example: 12.07.2027 18:00
plan-problem-past = ⚠️ That time is over, or more than a year away. Please type another one.
plan-is-quiet = 🌙 Note: at that time most people sleep (quiet hours). You can undo it and choose another time.
plan-head = <b>🗓 It goes out on { $moment }</b>
plan-head-moving =
    <b>🗓 It goes out on { $moment }</b>
    The time moves together with the start.
broadcast-joins-until = 🚪 Also for those who join by { $day }
joins-choose = Who joins later may need this too. Until when shall they get it?
joins-off = Only those of now
joins-start = Until the first day
joins-end = Until the last day
broadcast-head-paused = <b>⏸ Paused: nothing more goes out until you go on</b>
broadcast-line-paused = ⏸ { $sent }/{ $recipients } · { $start }
error-plan = This time does not work.
button-broadcast-branch = 🗺 Region, school
branch-choose = Which region, district or school is it for? Press one to see what is inside.
branch-chosen = 📍 <b>{ $title }</b>
button-broadcast-inherit = 🤝 Take it over
button-broadcast-discard = 🗑 Let it drop
button-broadcast-discard-yes = 🗑 Yes, drop it
broadcast-left-scheduled = ⚠️ Whoever was going to send this no longer may. It waits and will not go out until somebody takes it over.
broadcast-left-paused = ⚠️ Whoever was sending this no longer may, so it has stopped on the way. It goes on when somebody takes it over.
broadcast-left-sending = ⚠️ Whoever raised this no longer may. It goes on, because people need to know; take it over to see what becomes of it.
broadcast-discard-scheduled =
    🗑 Drop this announcement? Nobody will get it.
    { $start }
broadcast-discard-paused =
    { $number ->
        [one] 🗑 Stop here? { $number } person has not got it and will not.
       *[other] 🗑 Stop here? { $number } people have not got it and will not.
    }
    { $start }
notice-broadcast-left-scheduled =
    ⚠️ <b>{ $name }</b> planned an announcement and has lost the role since. It waits and will not go out by itself:
    { $start }
notice-broadcast-left-paused =
    ⚠️ <b>{ $name }</b> was sending an announcement and has lost the role meanwhile. It has stopped on the way:
    { $start }
notice-broadcast-left-draft =
    ⚠️ <b>{ $name }</b> asked somebody to agree to an announcement and has lost the role since. It stays a draft; send it yourself if it is needed:
    { $start }
notice-broadcast-left-going =
    🚨 <b>{ $name }</b> raised an emergency and has lost the role meanwhile. It goes on. Take it over to see who has confirmed:
    { $start }
notice-broadcast-left-yours =
    ✌️ <b>{ $name }</b> has lost the role while an announcement you agreed to goes out. It goes on and is yours now:
    { $start }
