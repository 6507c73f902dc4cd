button-reminders = ⏰ Напоминания
button-rule-on = 🔔 Включить
button-rule-off = 🔕 Выключить
button-rule-add = ➕ { $name }
rules-head =
    ⏰ <b>{ $title }: напоминания</b>

    Нажмите на любое, чтобы изменить время или выключить.
rule-evening-before = Программа на завтра
rule-before-session = Скоро начнётся занятие
rule-departure-day = День отъезда в лагерь
rule-consent-missing = Нет согласия родителей
rule-offer-lapsing = Предложенное место скоро уйдёт
rule-to-participants = участники
rule-to-guardians = родители
rule-to-guardians-pending = родители, которые ещё не ответили
rule-to-family = семья
rule-at = в { $at }
rule-before = за { $minutes } мин
rule-minutes = { $minutes } мин
rule-next = Следующее: { $moment }
rule-next-none = Сейчас напоминать не о чем.
rule-is-off = Выключено.
rule-line =
    <b>{ $name }</b>
    Кому: { $to } ({ $people }) · { $when }
    { $then }
rule-ask-hour = В котором часу?
rule-ask-minutes = За сколько времени?
rule-document-missing = Не хватает документа
rule-packing = Собирайте вещи
rule-pickup-day = День, когда забирают детей
rule-days = за { $days } дн.
rule-days-before = за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } до начала, в { $at }
button-rule-words = ✏️ Свои слова
words-head =
    ✏️ <b>{ $name }: ваши слова</b>

    Они стоят вместо обычных или над тем, что бот добавляет сам (время, место). ✍️ — написать, 👁 — посмотреть, как прочтёт семья.
words-none = Сейчас там обычные слова.
words-ask = Напишите текст на этом языке, не длиннее { $longest } знаков: <b>{ $language }</b>
words-unsaved = ⚠️ Ещё не сохранено. Посмотрите на всех языках и сохраните.
button-words-save = ✅ Сохранить
button-words-usual = ↩️ Вернуть обычные слова
words-saved = Сохранено. Семьи прочтут эти слова.
words-usual = Снова обычные слова.
error-reminder-text = Отправьте, пожалуйста, одно текстовое сообщение не длиннее 600 знаков.
rule-opinion = Как всё прошло
button-opinions = ⭐ Что сказали семьи
opinion-head = ⭐ <b>{ $event }</b>
opinion-stars = Как вам?
opinion-again = Приехали бы ещё раз?
button-again-yes = 👍 Да
button-again-maybe = 🤔 Может быть
button-again-no = 👎 Нет
opinion-line = Спасибо! Если хотите, напишите здесь пару слов, до { $longest } знаков: что было лучше всего, что стоит изменить? Организаторы прочитают их без вашего имени.
opinion-thanks = Спасибо, ваши слова у нас. Они помогут нам стать лучше.
opinions-head = ⭐ <b>{ $event }: что сказали семьи</b>
opinions-none = Пока никто не ответил. Вопрос приходит на следующий день после окончания.
opinions-total = Ответили: { $number }, средняя оценка: <b>{ $average }</b>
opinions-again = Приехали бы ещё: 👍 { $yes } · 🤔 { $maybe } · 👎 { $no }
