alarm-poison = 🧩 <b>An update was put aside</b>
    { $count ->
        [one] Something a person sent could not be handled and was put aside; { $number } lies there now.
       *[other] { $count } things people sent since the last message could not be handled and were put aside; { $number } lie there now.
    }
    Everybody else is served. The log says what went wrong.
alarm-inbox = ⏳ <b>People wait for answers</b>
    The longest has waited { $number } s.
alarm-outbox = ⏳ <b>Messages leave late</b>
    The oldest is { $number } s overdue.
alarm-clock = 🕰 <b>The machine's clock is wrong</b>
    It is { $number } s away from Telegram's, so reminders and deadlines are off by as much. Switch time synchronization on.
alarm-disk = 💾 <b>The disk is nearly full</b>
    { $number } MB are free. Make room: without it nobody can be served.
alarm-backup = 🗄 <b>No fresh backup</b>
    The last verified one is { $number } h old. The log says what is in the way.
alarm-token = 🔑 <b>Telegram refused the bot's token</b>
    Put the one @BotFather shows into BOT_TOKEN and start again.
alarm-database = 🛑 <b>The database cannot be used</b>
    Nobody is served until it can. The log says what is wrong.
alarm-over-inbox = ✅ People are answered in time again.
alarm-over-outbox = ✅ Messages leave in time again.
alarm-over-clock = ✅ The machine's clock is right again.
alarm-over-disk = ✅ There is room on the disk again.
alarm-over-backup = ✅ There is a fresh backup again, verified by restoring it.
alarm-over-token = ✅ Telegram takes the bot's token again.
alarm-over-database = ✅ The database works again.
