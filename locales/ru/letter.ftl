button-squad-message = ✉️ Написать родителям
button-letter-day-writing = 📝 Письмо за { $day }: продолжить
button-letter-day-waiting = 📮 Письмо за { $day }: передано
button-letter-message-writing = 📝 Сообщение: продолжить
button-letter-message-waiting = 📮 Сообщение: передано
button-letter-hours = 📮 Вечернее письмо
button-letter-off = 🔕 Без писем
button-letter-waiting = ✍️ Ждёт подтверждения: { $squad }
button-letter-begin = 📝 Написать
button-letter-open = 👀 Открыть
button-letter-whole = 👀 Посмотреть целиком
button-letter-done = ✅ Это всё
button-letter-no-photos = ➡️ Без фотографий
button-letter-marked = ✅ На фото: { $count }
button-letter-nobody = 🌄 Никого не узнать
button-letter-unphoto = 🗑 Убрать это фото
button-letter-unphoto-of = 🗑 Убрать фото { $number }
button-letter-look = 🖼 Фотографии: { $count }
button-letter-submit = 📮 Передать на подтверждение
button-letter-did = ✏️ Что делали
button-letter-best = ✏️ Лучшее за день
button-letter-tomorrow = ✏️ Что завтра
button-letter-text = ✏️ Текст
button-letter-photos = 📷 Добавить фото
button-letter-drop = 🗑 Удалить
button-letter-drop-yes = 🗑 Да, удалить
button-letter-back = ↩️ Дописать
button-letter-confirm = ✅ Подтвердить, пусть уходит
button-letter-return = ↩️ Вернуть и объяснить
button-letter-undo = ↩️ Пока не отправлять
letter-about-day = 📮 <b>{ $squad }</b> · вечернее письмо · { $day }
letter-about-message = ✉️ <b>{ $squad }</b>: сообщение родителям
letter-hours =
    📮 <b>Вечернее письмо родителям</b>: { $title }

    Вожатый каждого отряда рассказывает, как прошёл день, и может добавить фотографии. Второй взрослый смотрит и подтверждает. Потом письмо получают родители детей этого отряда. Фото, на котором отмечен ребёнок, чьи родители не разрешили снимать, не отправляется.
letter-hours-on = Уходит каждый день в <b>{ $at }</b>; вожатых спрашиваем за { $minutes } минут до этого. Другое время:
letter-hours-off = Сейчас: <b>выключено</b>. Выберите час, чтобы включить:
letter-ask-did = 🌤 <b>Что мы сегодня делали?</b> Два-три предложения, не больше { $longest } знаков.
letter-ask-best = ⭐️ <b>Что было лучшим?</b> Один момент, о котором родителям приятно узнать. Пожалуйста, без имён детей. Не больше { $longest } знаков.
letter-ask-tomorrow = 🌅 <b>Что завтра?</b> Что нас ждёт, что взять с собой. Не больше { $longest } знаков.
letter-ask-text = ✉️ <b>Что должны прочитать родители вашего отряда?</b> Перед отправкой подтвердит ещё один взрослый. Не больше { $longest } знаков.
letter-ask-now = Сейчас так: { $text }
letter-ask-reason = ↩️ Что поправить? Автор: { $name }. Напишите одним сообщением.
letter-photos = 📷 Пришлите фотографии, до { $most }, по одной. О каждой скажете, кто на ней. Пожалуйста, только дети вашего отряда.
letter-photos-more = 📷 Фотографий в письме: { $count } из { $most }. Пришлите ещё или нажмите «Это всё».
letter-who =
    👀 <b>Фото { $number }: кто на нём?</b> Отметьте всех, кого можно узнать, и с краю тоже.

    🚫 — родители не разрешили фото: снимок с этим ребёнком отправить нельзя. Если попал ребёнок из другого отряда, уберите снимок.
letter-photo-refused = 🚫 <b>Снимок убран.</b> На нём: { $names }. Родители не разрешили фото или передумали.
letter-photo-line = 🖼 { $number }: { $names }
letter-photo-nobody = 🖼 { $number }: никого не узнать
letter-photo-unmarked = 🖼 { $number }: ещё не отмечено, кто на снимке
letter-photo-caption = 📷 { $squad }
letter-reason = ↩️ <b>Вернули:</b> { $reason }
letter-drop = Удалить написанное вместе с фотографиями? Вернуть будет нельзя.
letter-state-writing = 📝 Ещё не передано на подтверждение.
letter-state-waiting = ⏳ Автор: { $name }. Ждёт, пока подтвердит другой взрослый.
letter-state-confirmed = ✅ Подтверждено. Уйдёт в { $time }.
letter-state-sent = 📬 Отправлено родителям: { $count }.
letter-state-dropped = 🗑 Удалено.
letter-state-expired = ⌛️ Вовремя никто не подтвердил, письмо не ушло.
letter-head-did = 🌤 Что мы делали
letter-head-best = ⭐️ Лучшее за день
letter-head-tomorrow = 🌅 Завтра
letter-letter = 📮 <b>{ $squad }: наш день</b>
    { $event } · { $day }
letter-message = ✉️ <b>{ $squad }: сообщение от вожатого</b>
    { $event } · { $day }
letter-written-in = 🌐 <i>Вожатый написал на языке: { $language }</i>
letter-photos-follow = 📷 Фотографий: { $count }
notice-letter-asked = { $about }

    Пора рассказать родителям, как прошёл день: три коротких вопроса и, если хотите, фотографии. Письмо уйдёт в { $until }.
notice-letter-near = { $about }

    ⏳ Пока ничего не написано, а письмо уходит в { $until }. Хватит и нескольких предложений, родители будут рады.
notice-letter-missed =
    📭 <b>Отряды без вечернего письма</b>
    { $event }, { $at }

    Родители ждут писем. Письмо, подтверждённое позже, всё равно уйдёт.
letter-late-nothing = 🚩 { $squad }: ничего не написано
letter-late-begun = 🚩 { $squad }: начато, но не передано на подтверждение
letter-late-waiting = 🚩 { $squad }: ждёт подтверждения второго взрослого
notice-letter-waiting = { $about }

    Автор: <b>{ $name }</b>. Посмотрите, пожалуйста, и подтвердите.
notice-letter-returned = { $about }

    ↩️ <b>{ $name }</b> возвращает: { $reason }
notice-letter-confirmed = { $about }

    ✅ Подтверждено: { $name }
notice-letter-sent = { $about }

    📬 Отправлено родителям: { $count }.
notice-letter-expired = { $about }

    ⌛️ Вовремя никто не подтвердил, поэтому письмо не ушло.
notice-letter-photo-dropped = { $about }

    🚫 Снимок убран. На нём: { $names }. Родители сейчас не разрешают фото.
error-letter-text = Пусто или слишком длинно. Напишите, пожалуйста, покороче.
error-letter-photos = Уже пять фотографий. Сначала уберите одну.
error-letter-alone = Подтвердить больше некому. Попросите организаторов о втором вожатом.
error-letter-faces = Отметьте, кто на снимке, или нажмите «Никого не узнать».
