button-offline = 📴 Без интернета
button-offline-take = 📥 Список с собой: { $gate }
button-offline-names = 📥 С именами: { $gate }
button-offline-bring = 📤 Сдать отмеченное
button-offline-trouble = ⚠️ Разобраться: { $number }
offline =
    📴 <b>Вход без интернета</b>
    { $title }
offline-how =
    <b>До:</b> возьмите список с собой. Это страница: сохраните её на телефон с Android или на ноутбук и откройте один раз в Chrome.
    <b>У входа:</b> сканируйте билеты или вводите 12 знаков под картинкой. Телефон помнит, кто вошёл, и дважды никого не впустит.
    <b>После:</b> сдайте отмеченное. Если кто-то вошёл через два телефона, вы увидите это здесь.
offline-making = Готовлю список…
offline-page =
    📴 <b>{ $gate }</b>
    { $title }
    В списке: { $number } · с билетом: { $tickets }
offline-page-how =
    1. Сохраните файл на телефон и откройте в Chrome. На iPhone такие страницы не открываются.
    2. Проверьте сейчас: введите 12 нулей, страница ответит, что их нет в списке.
    3. Два входа или два телефона: каждому свой список.
    Новых билетов в нём нет, поэтому берите его как можно позже.
offline-page-names = 👤 В этом списке есть имена: никому его не пересылайте, а потом удалите файл. Из чата он исчезнет через сутки.
offline-page-nameless = 🔒 Имён нет, и билет по нему не сделать: потерянный файл не опасен.
offline-subtitle = Список: { $made } · { $number }
offline-bring =
    📤 <b>Что отмечено</b>
    { $title }

    Нажмите на странице «Сдать» и пришлите мне текст по частям или всё одним файлом.
offline-refused-long = 🤔 Слишком длинно. Пришлите по частям.
offline-refused-strange = 🤔 Это не то, что пишет страница входа. Ничего не принято.
offline-refused-cut = ✂️ Не хватает куска. Ничего не принято. Скопируйте часть ещё раз или пришлите файл.
offline-refused-not-fetched = 🤔 Не получилось скачать файл. Пришлите ещё раз, пожалуйста.
offline-report =
    📤 <b>Сдано: { $number }</b>
    { $gate } · { $title }
offline-admitted = ✅ Вход отмечен: { $number }
offline-clashes = ⚠️ Уже вошли в другом месте: { $number }
offline-not-good = ⛔ Не действуют: { $number }
offline-before = ♻️ Уже сдано раньше: { $number }
offline-number = № { $number }
offline-clash = ⚠️ <b>{ $who }</b> в { $time }. До этого: { $first }, { $by }.
offline-replaced = ⛔ <b>{ $who }</b> в { $time }: билет был уже заменён новым.
offline-ended = ⛔ <b>{ $who }</b> в { $time }: участие сейчас не подтверждено.
offline-unknown = ⛔ В { $time }: такого билета здесь нет. <code>{ $code }</code>
offline-more = … и ещё { $number }: организатор видит их на экране входа.
offline-again = Можно прислать ещё. Присланное дважды считается один раз.
offline-trouble =
    ⚠️ <b>Отмечено без интернета, разобраться: { $number }</b>
    { $title }
offline-trouble-clash =
    👥 <b>{ $who }</b>: два входа
    { $gate } · { $time } · { $by }
    до этого: { $first } · { $other }
offline-trouble-replaced =
    ♻️ <b>{ $who }</b>: показан старый билет
    { $gate } · { $time } · { $by }
offline-trouble-ended =
    ⛔ <b>{ $who }</b>: участие не подтверждено
    { $gate } · { $time } · { $by }
offline-trouble-unknown =
    ❓ Билет не наш
    { $gate } · { $time } · { $by }
error-report-refused = Это не то, что пишет страница входа.
offline-say-keeps-nothing = Этот браузер ничего не хранит! Закроете страницу — отметки пропадут. Сохраните файл в «Загрузки» и откройте в Chrome.
offline-say-camera = 📷 Сканировать камерой
offline-say-code = 12 знаков или ссылка
offline-say-check = Проверить
offline-say-name = 🔎 Найти по имени
offline-say-bring = 📤 Сдать
offline-say-bring-how = Когда будет интернет: скопируйте это и пришлите боту или сохраните файл и пришлите его.
offline-say-copy = Скопировать
offline-say-next = Следующая часть
offline-say-file = Сохранить файлом
offline-say-erase = Стереть с этого телефона
offline-say-ready = Готово к работе
offline-say-ready-how = Сканируйте билет или введите знаки под ним
offline-say-admitted = ✅ ВХОДИТ
offline-say-already = ⛔ УЖЕ ВНУТРИ
offline-say-unlisted = ⛔ НЕТ В СПИСКЕ
offline-say-unlisted-how = Новый билет, другое мероприятие или не наш. Посмотрите на картинку: чьё имя, какое мероприятие?
offline-say-anyway = Впустить, проверим позже
offline-say-noted = 📝 ЗАПИСАНО
offline-say-unreadable = 🤔 Это не билет
offline-say-unreadable-how = Введите все 12 знаков под картинкой
offline-say-undo = ↩️ Ошибка: отменить
offline-say-undone = ↩️ Отменено
offline-say-number = Отмечено на этом телефоне:
offline-say-part = Часть
offline-say-copied = ✅ Скопировано. Теперь отправьте боту.
offline-say-erase-sure = Бот уже всё получил? Стёртое не вернуть.
offline-say-erased = Стёрто
offline-say-no-camera = 📷 Камеры нет
offline-say-no-camera-how = Разрешите камеру или введите знаки
