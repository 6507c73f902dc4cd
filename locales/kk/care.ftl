error-seal-broken = Бұл жазбаның бір бөлігі ашылмай тұр. Ұйымдастырушыларға хабарлаңызшы: олар тексереді.
answer-hidden = 🔒 жасырын: тек медик көреді
health-head = 🩺 <b>{ $name }</b>
    Денсаулығы туралы жауаптар. Оларды ашқаныңыз тарихқа жазылды.
health-none = Мұндай сұрақ қойылған жоқ.
button-health = 🩺 Денсаулығы туралы
# For a native reader to check: «денсаулық мәліметі» for the answers about health, on four buttons.
button-medic = 🩺 Денсаулық мәліметін ашу
button-medic-end = 🩺 Денсаулық мәліметін жабу
button-medic-own = 🩺 Денсаулық мәліметін көру
button-medic-own-end = 🩺 Денсаулық мәліметін көрмеу
history-health-read = денсаулығы туралы жауаптар оқылды
