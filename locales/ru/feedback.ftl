# Feedback of participants.
button-feedback = ⭐ Оценить занятия
feedback-asked =
    ⭐ <b>Как прошёл день?</b>
    { $day } · { $event }

    Оцените занятия, на которых вы были: от 1 до 5. Ни спикер, ни организаторы не увидят, кто что поставил.
feedback-day =
    ⭐ <b>Ваши оценки</b>
    { $day } · { $title }
feedback-thanks = Спасибо! Оценку можно изменить ещё день после конца мероприятия.
feedback-none = Сейчас оценивать нечего: оценить можно то занятие, которое уже прошло.
feedback-ask-stars = Как вам? От 1 до 5.
feedback-ask-tag = Спасибо! Какое слово подходит больше всего?
feedback-own-words = ✍️ { $words }
feedback-ask-words = ✍️ Напишите пару слов о занятии «{ $title }», до 300 знаков. Организаторы прочитают их без вашего имени.
feedback-tag-interesting = 💡 интересно
feedback-tag-useful = 🛠 полезно
feedback-tag-friendly = 🤝 душевно
feedback-tag-boring = 😴 скучно
feedback-tag-hard = 🧩 сложно
feedback-tag-long = ⏳ слишком долго
button-feedback-write = ✍️ Написать пару слов
button-feedback-day = ⬅ Другие занятия дня
error-feedback-text = Напишите от 1 до 300 знаков.
rule-feedback = Как прошёл день
button-survey = ⭐ Оценки занятий
survey =
    ⭐ <b>Оценки участников</b>
    { $title }

    Ответов: { $count }. Нажмите на занятие, чтобы увидеть подробности.
survey-none =
    ⭐ <b>Оценки участников</b>
    { $title }

    Пока не прошло ни одно занятие. Вечером каждого дня участников спросят, если включено напоминание «Как прошёл день».
survey-nobody = Пока никто не ответил.
survey-mean = ★ <b>{ $mean }</b> · ответов: { $count }
survey-words = 💬 <b>Написали</b>
survey-line = — { $words }
survey-stars = Оценка { $stars }
survey-tag-interesting = интересно
survey-tag-useful = полезно
survey-tag-friendly = душевно
survey-tag-boring = скучно
survey-tag-hard = сложно
survey-tag-long = слишком долго
button-survey-picture = 📊 Картинкой
button-survey-table = 📄 Таблицей (XLSX)
survey-table = ⭐ Оценки занятий. Имён здесь нет.
survey-sheet = Оценки
survey-column-day = День
survey-column-time = Время
survey-column-title = Занятие
survey-column-speaker = Спикер
survey-column-number = Ответов
survey-column-average = Среднее
survey-column-words = Что написали
speaker-figures = ⭐ <b>Что думают участники</b>
error-asked-already = К каждому занятию можно задать один вопрос. Ваш уже рассмотрели, изменить его нельзя.
error-question-text = Напишите от 1 до 300 знаков, одной строкой.
