button-polls = 📊 Опросы
button-polls-all = 📊 Все опросы
button-poll-new = ➕ Новый опрос
button-poll-options = ☑️ Варианты: { $number }
button-poll-many-1 = ☑️ Разрешить несколько
button-poll-many-0 = 🔘 Только один ответ
button-poll-named-1 = 👤 С именами
button-poll-named-0 = 🔒 Анонимно
button-poll-ends = ⏱ Когда закончится
button-poll-days-0 = 🌙 Сегодня, 21:00
button-poll-days-1 = 🌙 Завтра, 21:00
button-poll-days-3 = 🌙 Через 3 дня, 21:00
button-poll-days-7 = 🌙 Через неделю, 21:00
button-poll-by-hand = ✋ Закрою вручную
button-poll-results = 📊 Ответы
button-poll-picture = 🖼 Картинка
button-poll-parts = 🗺 По регионам
button-poll-voters = 👤 Кто что выбрал
button-poll-close = 🔒 Закрыть опрос
button-poll-close-yes = 🔒 Да, закрыть
button-poll-reopen = 🔓 Открыть снова
button-poll-publish = 📣 Сообщить результаты
button-poll-publish-yes = 📣 Отправить: { $number }
polls =
    <b>📊 Опросы</b>
    { $title }

    Откройте один из них или спросите о новом.
polls-none =
    <b>📊 Опросы</b>
    { $title }

    Пока ни о чём не спрашивали. Опрос приходит тем, кого вы выберете, каждому на его языке; у одного человека один голос.
poll-empty = пустой черновик
poll-draft = <b>📊 Опрос: черновик</b>
poll-ask-kk = ✍️ <b>Напишите вопрос на казахском.</b> Варианты ответа будут дальше.
poll-ask-ru = ✍️ <b>Напишите вопрос на русском.</b> Варианты ответа будут дальше.
poll-ask-en = ✍️ <b>Напишите вопрос на английском.</b> Варианты ответа будут дальше.
poll-ask-options-kk = ☑️ <b>Напишите варианты на казахском,</b> каждый с новой строки.
poll-ask-options-ru = ☑️ <b>Напишите варианты на русском,</b> каждый с новой строки.
poll-ask-options-en = ☑️ <b>Напишите варианты на английском,</b> каждый с новой строки.
poll-options-how = От { $fewest } до { $most }, каждый не длиннее { $longest } знаков: это будут кнопки.
poll-options-other =
    Сохраните порядок. Уже есть { $number ->
        [one] { $number } вариант
        [few] { $number } варианта
       *[many] { $number } вариантов
    }:
poll-option-line = ▫️ { $option }
poll-no-options = ⚠️ <b>Вариантов пока нет.</b>
poll-lacks-kk = ⚠️ <b>Нет вариантов на казахском,</b> хотя вопрос есть.
poll-lacks-ru = ⚠️ <b>Нет вариантов на русском,</b> хотя вопрос есть.
poll-lacks-en = ⚠️ <b>Нет вариантов на английском,</b> хотя вопрос есть.
poll-is-single = 🔘 Каждый выбирает один ответ
poll-is-many = ☑️ Можно выбрать несколько ответов
poll-is-anonymous = 🔒 Анонимно: вы видите только числа, и только начиная с 5 ответов
poll-is-named = 👤 С именами: вы видите, кто что выбрал, и все об этом предупреждены
poll-ends-by-hand = ✋ Открыт, пока вы его не закроете
poll-ends-at = ⏱ Закончится: { $moment }
poll-closed-at = 🔒 Закрыт: { $moment }
poll-ask-time = ⏱ <b>Когда закончится опрос?</b> Выберите или напишите день и время, например <code>12.07.2027 18:00</code>. Время местное: { $zone }.
poll-problem-count = ⚠️ Нужно от 2 до 10 вариантов, каждый с новой строки. Пришлите их ещё раз.
poll-problem-long = ⚠️ Один из вариантов длиннее 60 знаков и не поместится на кнопке. Сократите его и пришлите все варианты ещё раз.
poll-problem-twice = ⚠️ Два варианта одинаковы. Измените один и пришлите все ещё раз.
poll-problem-number =
    ⚠️ На другом языке { $number ->
        [one] { $number } вариант
        [few] { $number } варианта
       *[many] { $number } вариантов
    }. Пришлите столько же и в том же порядке.
poll-problem-time = ⚠️ Не удалось понять время. Напишите так: 12.07.2027 18:00
poll-problem-past = ⚠️ Это время уже прошло, или до него больше года. Выберите другое.
plan-problem-poll = ⚠️ Опрос закончится раньше, чем будет отправлен. Выберите время пораньше или перенесите конец опроса.
poll-note-anonymous = 🔒 Анонимно. Ответ можно изменить.
poll-note-named = 👤 Ответ увидят организаторы. Его можно изменить.
poll-note-many = ☑️ Можно выбрать несколько.
vote-kept = ✅ Ваш ответ: { $options }
vote-taken-back = ↩️ Ответ отменён.
vote-try = Этими кнопками люди отвечают. Здесь они ничего не делают.
poll-results =
    <b>📊 Опрос</b>
    { $question }
poll-people = 🗳 Ответили: <b>{ $people }</b>
poll-too-few = 🔒 Числа появятся начиная с 5 ответов, чтобы никого нельзя было узнать.
poll-figure =
    { $option }
    { $bar } <b>{ $count }</b> · { $percent }%
poll-asked = 👥 Спросили: { $recipients } · получили: { $sent } · недоступны: { $unreachable }
poll-published-at = 📣 О результатах сообщили: { $moment }
poll-close-question = Закрыть опрос? Ответили: <b>{ $people }</b>. Открыть снова можно, пока вы не сообщили результаты.
poll-parts = <b>🗺 Ответы по регионам</b>
poll-part = <b>{ $title }</b>: { $people }
poll-part-figure = ▫️ { $option }: { $count } · { $percent }%
poll-parts-rest = 🔒 Остальные регионы вместе: { $people }. Регион, где меньше 5 ответов, не показываем.
poll-parts-none = Ни у кого из ответивших не указан регион.
poll-voters = <b>👤 { $option }</b>: { $count }
poll-voter = • { $name }
poll-voter-guardian = • { $name } (родитель)
poll-voters-none = Никто.
poll-picture-foot = Ответили: { $people } · { $moment }
poll-picture = 📊 Ответили: { $people }
poll-publish-question = 📣 Так люди получат результаты, каждый на своём языке. Отправить всем, кого спрашивали (<b>{ $number }</b>)? После этого опрос нельзя открыть снова.
poll-published = 📣 Результаты отправляются: { $number }
notice-poll-results =
    📊 <b>Результаты опроса</b>
    { $question }

    Ответили: { $people }. Спасибо!
notice-poll-closed = 🔒 <b>Ваш опрос закончился.</b> Ответили: { $people }.
error-poll-closed = 🔒 Опрос закрыт, изменить ответ уже нельзя. Спасибо!
error-poll-options = Проверьте, что вы написали, и пришлите ещё раз.
