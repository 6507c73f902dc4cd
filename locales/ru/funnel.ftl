button-funnel = 📊 По шагам
button-funnel-picture = 🖼 Картинкой
button-funnel-stops = ✋ Где бросают
funnel-head = 📊 <b>{ $title }</b>
funnel-subtitle = Кто на каком шаге, % от предыдущего
funnel-started = Начали анкету
funnel-submitted = Отправили
funnel-guardian = Родитель открыл
funnel-consented = Есть согласие
funnel-confirmed = Подтверждены
funnel-ticket = Открыли билет
funnel-first-step = { $label }: <b>{ $count }</b>
funnel-step = { $label }: <b>{ $count }</b> · { $percent }%
funnel-worst-step = { $label }: <b>{ $count }</b> · { $percent }% ⬅ здесь теряем больше всего
funnel-ended = 👋 Выбыли (отказ, отклонены): { $count }
funnel-without-unit = Без указания места: { $count }
funnel-parts = Нажмите, чтобы увидеть подробнее: прислано → подтверждено
stops-head =
    ✋ <b>{ $title }</b>

    Начаты и не отправлены: <b>{ $count }</b>. На каком вопросе остановились:
stops-none =
    ✋ <b>{ $title }</b>

    Брошенных анкет нет.
stops-review = Проверка перед отправкой
stops-line = • { $title }: <b>{ $count }</b>
