button-staffroom = 👥 Staff group
button-staffroom-connect = ✅ Connect
button-staffroom-refuse = ✖️ No, leave the group
button-staffroom-cut = ✂️ Disconnect
button-staffroom-cut-yes = ✂️ Yes, disconnect
staffroom-none =
    👥 <b>{ $title }: staff group</b>

    Answer families together: in a Telegram group of your team every conversation gets a topic of its own. Whoever takes it writes right there, and the words go to the family.

    1. Make a group with topics on. Everybody in it will read what families write, so only the team belongs there.
    2. Add me and make me an administrator who may manage topics and delete messages. If I may also ban people, I remove whoever leaves the team.
    3. Send /connect in the group. I will ask you here to confirm.
staffroom-connected =
    👥 <b>{ $title }: staff group</b>

    ✅ Connected. New questions come to the group; when nobody takes one for half an hour, each of the team is told in private too.
staffroom-cut-ask =
    👥 <b>{ $title }</b>

    Disconnect the group? I will leave it, and new questions will come to each of the team in private again. What is written in the group stays there.
staffroom-choose = 👥 <b>{ $title }</b>: which event’s questions should come to this group?
staffroom-confirm =
    👥 <b>{ $title }</b>

    Should families’ questions come to this group? People in it: { $people }, of them on the event’s team: { $staff }.
staffroom-strangers = ⚠️ In the group but not on the team: { $count }. They would read what families and children write.
staffroom-refused = 👌 All right, I am leaving the group.
staffroom-hello = 👋 To answer families here, turn topics on, make me an administrator who may manage topics and delete messages, and send /connect. If nobody does so for a day, I will leave.
staffroom-lacks-topics = 🧩 Topics are off in this group. Turn them on in its settings and send /connect again.
staffroom-lacks-rights = 🔑 Please make me an administrator who may manage topics and delete messages, and send /connect again.
staffroom-look-private = ✉️ I have asked you to confirm in our private chat.
staffroom-start-first = ✉️ Please open @{ $bot }, press Start, and send /connect here again.
staffroom-here =
    ✅ <b>{ $title }</b>: families’ questions come here now, each in a topic of its own.

    Take one with the button, then write in its topic: your words go to the family. What colleagues write there, and what begins with “/”, stays among you.
staffroom-stranger = ⚠️ Somebody has joined who is not on the team here. They can read what families write: please check.
topic-child = №{ $number } · child
topic-guardian = №{ $number } · parent or participant
topic-other = №{ $number } · question
topic-how-free = Take it to answer. Until then what you write here stays among you.
topic-how-taken = What { $name } writes here goes to the family. Words of others, and those that begin with “/”, stay among you.
topic-claimed = It is yours. Write right here.
topic-not-sent = ❗️ Not sent to the family. { $reason }
topic-lost = ❗️ This has not reached the family: the chat with them is closed to us now.
notice-staffroom-kicked = 👥 <b>{ $event }</b>: I am no longer in the staff group. Families’ questions come to you in private again.
notice-staffroom-rights = 👥 <b>{ $event }</b>: I have lost my rights in the staff group and left it. Families’ questions come to you in private again.
notice-staffroom-leaver = ⚠️ <b>{ $event }</b>: { $name } is no longer on the team but still reads along in the staff group, and I may not remove people there. Please remove this person from the group yourself. If you allow me to ban people there, I will do it next time.
