button-incidents = 📓 Происшествия
button-incidents-back = 📓 К происшествиям
button-incident-write = ➕ Записать
button-incident-place = 🏕 Место или вещь, не о ребёнке
button-incident-check = 🔗 Проверить цепочку
button-incident-save = ✅ Записать навсегда
button-incident-drop = 🗑 Не записывать
button-incident-correct = ✏️ Исправить
button-incident-tell = 👪 Сообщить родителям
button-incident-text = ✍️ Написать: { $language }
button-incident-rewrite = ✏️ Переписать: { $language }
button-incident-call = ☎️ Только попросить позвонить
button-incident-send = 📨 Отправить сейчас ({ $count })
button-incident-ask = 💬 Написать в лагерь
incident-kind-health = 🩺 Здоровье
incident-kind-accident = 🤕 Травма
incident-kind-behaviour = 🗣 Поведение
incident-kind-lost = 🎒 Пропала вещь
incident-kind-other = 📌 Другое
incident-place = место или вещь
incident-now = только что
incident-ago = { $minutes } мин назад
incident-ago-hours = { $hours } ч назад
incidents-head =
    📓 <b>Происшествия</b>: { $title }

    Всё записанное остаётся как есть; за ошибкой следует исправление.
incidents-own =
    📓 <b>Что записали вы</b>: { $title }

    Организаторы это тоже читают. Записанное остаётся как есть; за ошибкой следует исправление.
incidents-none = Пока ничего не записано.
incident-whom =
    📓 <b>О ком запись?</b>
    { $title }
incident-what = 📓 <b>{ $about }</b>: что это было?
incident-when = 📓 { $kind } · <b>{ $about }</b>: когда? Если раньше, выберите последнее и скажите словами.
incident-draft =
    📓 { $kind } · <b>{ $about }</b>
    { $moment }
incident-how = Напишите, что произошло: где, кто видел, что сделали. Одно сообщение, до 2000 знаков. Перед записью вы увидите его ещё раз.
incident-how-correct = Напишите, как было на самом деле. Первая запись останется, ваша встанет рядом как исправление.
incident-health-hidden = 🩺 Это прочтут только медики и вы.
incident-sure = После записи её нельзя изменить или удалить, только исправить новой. Чтобы поменять сейчас, напишите заново.
incident-entry = 📓 <b>№{ $number }</b> · { $kind } · <b>{ $about }</b>
incident-written =
    Произошло: { $happened }
    Записано: { $written } · { $author }
incident-hidden = 🩺 Скрыто: читают только медик и тот, кто записал.
incident-erased = Слова стёрты насовсем; сама запись остаётся в цепочке.
incident-corrects = ✏️ Исправляет №{ $number }.
incident-corrected = ✏️ Исправлено: №{ $number }.
incident-told = 👪 Родителям сообщено: { $count }, { $time }
incident-tell = 👪 <b>Что прочтут родители</b>: { $name }
incident-tell-nobody = В боте нет родителя, которому можно сообщить. Пожалуйста, позвоните семье: телефоны в списке отряда.
incident-tell-whom = Кому: { $guardians }. Придёт сразу, на их языке, если вы его напишете.
incident-tell-preview = Вот что они прочтут:
incident-tell-how = Напишите на одном языке или нескольких либо просто попросите позвонить. Без вашего просмотра ничего не уйдёт.
incident-tell-ask = ✍️ { $name }: напишите, что прочтут родители, на языке: <b>{ $language }</b>. До 1000 знаков.
incident-guardian = { $name } ({ $language })
incident-call-us = Хотим сами рассказать вам кое-что: { $name }. Пожалуйста, позвоните в лагерь или напишите нам здесь.
incident-written-in = 🌐 <i>Написано на языке: { $language }</i>
incident-chain-whole = 🔗 <b>Цепочка цела</b>: { $title }. Записей: { $count }, ни одна не изменена и не пропала. Отпечаток последней: <code>{ $fingerprint }</code>; записанный на бумаге, он потом докажет, что ничего не убрали.
incident-chain-broken = ⛔ <b>Цепочка нарушена на №{ $number }</b>: { $title }. Эта запись не такая, какой её сделали, или её нет. Сообщите тому, кто отвечает за бота, и ничего не меняйте.
notice-incident-told = ☎️ <b>{ $name }</b> · { $event }
notice-incident-untold =
    👪 <b>№{ $number }: { $name }</b>
    { $event }. Через бота родителям ещё не сообщили. Если им стоит узнать в течение часа, сообщите сейчас; если вы им позвонили, больше ничего не нужно.
error-incident-text = Напишите одним сообщением: не пустым и не длиннее, чем сказано.
history-incident-write = записано происшествие
history-incident-read = прочитана запись о здоровье
history-incident-tell = родителям сообщено о происшествии
history-incident-check = проверена цепочка происшествий
