# For a native reader to check: «Қай қадамда тоқтайды» for the questions at which people leave the form.
button-funnel = 📊 Қадамдар
button-funnel-picture = 🖼 Сурет түрінде
button-funnel-stops = ✋ Қай қадамда тоқтайды
funnel-head = 📊 <b>{ $title }</b>
funnel-subtitle = Кім қай қадамда, алдыңғысынан %
funnel-started = Сауалнаманы бастады
funnel-submitted = Жіберді
funnel-guardian = Ата-анасы ашты
funnel-consented = Келісім бар
funnel-confirmed = Расталды
funnel-ticket = Билетін ашты
funnel-first-step = { $label }: <b>{ $count }</b>
funnel-step = { $label }: <b>{ $count }</b> · { $percent }%
funnel-worst-step = { $label }: <b>{ $count }</b> · { $percent }% ⬅ ең көбі осы жерде тоқтайды
funnel-ended = 👋 Шыққандар (бас тартқан, қабылданбаған): { $count }
funnel-without-unit = Қайдан екені көрсетілмеген: { $count }
funnel-parts = Толығырақ көру үшін басыңыз: жіберілгені → расталғаны
stops-head =
    ✋ <b>{ $title }</b>

    Басталып, жіберілмеген сауалнама: <b>{ $count }</b>. Қай сұрақта тоқтаған:
stops-none =
    ✋ <b>{ $title }</b>

    Жарты жолда қалған сауалнама жоқ.
stops-review = Жіберер алдындағы тексеру
stops-line = • { $title }: <b>{ $count }</b>
