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
