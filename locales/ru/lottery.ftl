error-lottery-rules = Такие ограничения не выполнить вместе: проверьте минимумы, максимумы и число мест.
error-lottery-number = Напишите число из объявленного источника цифрами, например 512,34. Если источник не объявляли, число не нужно.
error-lottery-changed = Жеребьёвка остановлена: список не совпадает с контрольным кодом, опубликованным при открытии. Никто не выбран.
error-lottery-early = Жеребьёвку можно открыть, когда регистрация закончится: тогда никто не останется в стороне.
error-lottery-empty = Выбирать не из кого: нет ни одной полной заявки с согласием.
error-lottery-places = Столько мест для жеребьёвки нет. Напишите число поменьше.
button-selection-lottery = 🎲 Жеребьёвка: { $stream }
lottery-head = 🎲 <b>{ $title }</b> · { $stream }
lottery-plan =
    Мест в жеребьёвке: <b>{ $places }</b>
    Участвуют сейчас: <b>{ $entries }</b> (полные заявки с согласием)
lottery-rules = <b>Правила:</b>
lottery-rules-none = Правил нет: шансы у всех равны.
lottery-rule-free = { $value }: сколько угодно
lottery-rule-least = { $value }: не меньше { $minimum }
lottery-rule-most = { $value }: не больше { $maximum }
lottery-rule-both = { $value }: от { $minimum } до { $maximum }
lottery-source = 🔢 Публичное число: <b>{ $source }</b>
lottery-source-none = 🔢 Без публичного числа: остаётся верить тому, у кого сервер. Лучше назовите число.
lottery-early = ⏳ Открыть можно, когда закончится регистрация: { $day }.
button-lottery-region = ➕ Правило: регион
button-lottery-grade = ➕ Правило: класс
button-lottery-gender = ➕ Правило: девочки, мальчики
button-lottery-source = 🔢 Публичное число
button-lottery-open = 🔒 Открыть жеребьёвку
lottery-values-region = О каком регионе правило?
lottery-values-grade = О каком классе правило?
lottery-values-gender = О ком правило?
lottery-rule-question =
    { $rule }

    Меняйте границы кнопками. Всего мест: { $places }.
button-lottery-least = Не меньше:
button-lottery-most = Не больше:
button-lottery-any = Не больше: сколько угодно
button-lottery-rule-done = ✅ Готово
lottery-source-question =
    🔢 Какое число подмешаем? Его ещё не должно быть, никто здесь не может на него влиять, и любой может его проверить.

    Напишите, например: Нацбанк, курс доллара к тенге на 5 июня 2027 года
button-lottery-no-source = Без числа
lottery-open-question =
    🔒 Открыть жеребьёвку: <b>{ $stream }</b>, заявок { $entries }, мест { $places }?

    После этого список и правила не изменить, и каждая семья получит свой номер.
button-lottery-open-yes = 🔒 Да, открыть
lottery-opened =
    🔒 <b>Жеребьёвка № { $number } открыта.</b>
    Участвуют: { $entries } · мест: { $places }
lottery-hash =
    Контрольный код всего этого и списка:
    <code>{ $sha256 }</code>
button-lottery-file = 📄 Документ для всех
button-lottery-draw = 🎲 Провести
button-lottery-off = ✖️ Отменить
lottery-off-question = Отменить эту жеребьёвку? Никто не будет выбран; у следующей будет следующий номер, и это увидят все.
button-lottery-off-yes = ✖️ Да, отменить
lottery-number-question =
    🔢 Напишите число: <b>{ $source }</b>

    Например 512,34
lottery-draw-question =
    🎲 Провести жеребьёвку с числом <b>{ $number }</b>?

    Она проводится один раз. Сверьте число ещё раз.
lottery-draw-question-bare = 🎲 Провести жеребьёвку сейчас? Она проводится один раз.
button-lottery-draw-yes = 🎲 Да, провести
lottery-by-number = Проведена с публичным числом <b>{ $number }</b>.
lottery-drawn =
    🎉 Выиграли: <b>{ $winners }</b> · ждут: <b>{ $waitlist }</b>

    Пока никому не сообщили и мест не раздали.
lottery-missed = ⚠️ Не получилось, потому что правила мешали друг другу: { $rule }
button-lottery-list = 📋 Список
button-lottery-picture = 📊 По регионам
button-lottery-apply = ✅ Раздать места
lottery-apply-question =
    ✅ Дать места выигравшим ({ $winners }), а остальных ({ $waitlist }) поставить в лист ожидания по порядку жребия?

    Каждой семье напишем через 30 секунд, до тех пор можно отменить.
lottery-apply-question-offers =
    ✅ Предложить места выигравшим ({ $winners }), а остальных ({ $waitlist }) поставить в лист ожидания по порядку жребия? Место, которое не займут вовремя, пойдёт дальше.

    Каждой семье напишем через 30 секунд, до тех пор можно отменить.
button-lottery-apply-yes = ✅ Да, раздать
lottery-applying = ⏳ Раздаём места, заявок: { $count }…
lottery-applied = ✅ <b>Итоги применены.</b> С местом: { $seated } · без места: { $waiting }
choice-told = 📨 Сообщили семьям: { $told } из { $count }. Начинаем через 30 секунд после отбора.
choice-told-all = 📨 Сообщили всем семьям.
choice-undone = Отменено: всё как было, никому не сообщили.
button-lottery-again = 🎲 Следующая жеребьёвка
button-lottery-back = 🎲 К жеребьёвке
lottery-list-head = 📋 <b>{ $stream }</b>, страница { $page } из { $pages }
lottery-list-won = { $place }. 🎉 { $code } · { $name }
lottery-list-waits = { $place }. 🕓 { $code } · { $name }
lottery-picture = 📊 Сколько выиграло из тех, кто участвовал, по регионам.
lottery-no-region = Без региона
lottery-file =
    📄 Опубликуйте этот документ и код <b>до того</b>, как станет известно публичное число:
    <code>{ $sha256 }</code>
lottery-file-drawn =
    📄 Итоги для всех. Код тот же, что опубликован при открытии:
    <code>{ $sha256 }</code>
notice-lottery-opened =
    🎲 <b>{ $name }</b>: кто получит место в «{ $event }», решит жеребьёвка.

    Ваш номер: <b>{ $code }</b>. Список закрыт; сфотографируйте код ниже, и никто ничего не изменит незаметно.
notice-choice-won = 🎉 <b>{ $name }</b>: для вас есть место в «{ $event }»!
notice-choice-offer =
    🎉 <b>{ $name }</b>: для вас есть место в «{ $event }»!

    Займите его до этого времени: <b>{ $until }</b>. Потом оно перейдёт к следующему.
notice-choice-waits = 🕓 <b>{ $name }</b>: на этот раз места в «{ $event }» не хватило. Вы в листе ожидания: <b>№ { $place }</b>. Если место освободится, сразу напишем.
choice-code = 🎲 Ваш номер в жеребьёвке: <b>{ $code }</b>. Итоги может проверить любой.
button-lottery-own = 🎲 О жеребьёвке
lottery-own-numbers = Участвуют: { $entries }, мест: { $places }.
lottery-own-code = Ваш номер: <b>{ $code }</b>
lottery-own-none = Вашей заявки в списке нет: когда список закрыли, она была неполной или без согласия.
lottery-own-won = 🎉 Вы выиграли, № { $place } по порядку жребия.
lottery-own-waits = 🕓 Места не досталось, № { $place } по порядку жребия.
button-lottery-check = 📄 Документ и как проверить
lottery-script = Эта маленькая программа проверяет жеребьёвку. Нужен Python, интернет не нужен; прочитать её может любой.
lottery-check =
    📄 Как проверить: положите оба файла в одну папку и запустите
    <code>python3 verify.py { $name } { $sha256 }</code>

    Код должен быть тем, который вы записали при открытии.
