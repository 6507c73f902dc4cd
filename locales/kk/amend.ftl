# For a native reader to check: «Қарсылығыңыз жоқ па?» for asking a guardian whether a change is all right.
amend-head =
    📝 <b>{ $title }</b>
    👤 { $name }
amend-until = ✏️ Жауаптарды өзгертуге болатын соңғы күн: { $until }.
amend-closed = 🔒 Жауаптарды бұл жерде өзгертуге енді болмайды. Қате болса, ұйымдастырушыларға жазыңыз.
amend-returned = ✏️ Тіркелім түзетуге қайтарылды: тіркелімді ашып, «Түзету» түймесін басыңыз.
amend-changed-foot = ➡ Сызылғаны бұрынғы жауап. Ұйымдастырушылар екеуін де көреді.
amend-reply-question = 👪 Осы жауаптар өзгерді. Қарсылығыңыз жоқ па?
amend-replied-fine = 👍 Өзгеріске қарсы емес екеніңізді айттыңыз.
amend-replied-objects = ✋ Өзгеріске қарсы екеніңізді айттыңыз. Ұйымдастырушылар біледі, шешімін өздері қабылдайды.
amend-question-head = ✏️ { $title }
amend-compare-head =
    <b>{ $title }</b>
    Не өзгеретінін тексеріңіз:
amend-asks-again = ⏳ <b>Енді не болады:</b> ұйымдастырушылар тіркелімді қайта қарайды. Оған дейін орныңыз сақтаулы тұрады.
amend-stream = 🏕 Жаңа ауысымда бос орын болса, бірден соған ауысасыз. Болмаса, ештеңе өзгермейді: орныңыз өзіңізде қалады.
amend-loses-places =
    🏕 Жаңа ауысымда бос орын болса, бірден соған ауысасыз, ал бұрынғы орныңыз кезекте тұрған келесі адамға беріледі.

    ⚠️ Таңдаған сабақтардағы орындарыңыз ({ $count }) бұрынғы ауысымда қалады: жаңа кестеден сабақтарды қайта таңдаңыз.
amend-nothing = Ештеңе өзгерген жоқ: бұл жауапты бұрын бергенсіз.
amend-saved = ✅ Сақталды.
amend-dropped = Ештеңе өзгерген жоқ.
amend-fine-thanks = 👍 Рақмет!
amend-objects-thanks = ✋ Қарсы екеніңізді ұйымдастырушыларға жеткіземіз, шешімді солар қабылдайды.
amend-put-back = ↩️ Бұрынғы жауаптар қайтарылды.
amend-is-asked = ⏳ Ұйымдастырушылар тіркелімді қайта қарайды. Орын сақтаулы.
button-answers = 📝 Жауаптар
button-amend-fine = 👍 Қарсы емеспін
button-amend-objects = ✋ Қарсымын
button-amend-begun = 💾 Өзгертуді жалғастыру
button-amend-save = ✅ Өзгерісті сақтау
button-amend-more = ✏️ Тағы бір жауапты өзгерту
button-amend-drop = ✖️ Ештеңе өзгертпеу
button-amend-clear = ➖ Жауапсыз қалдыру
button-amend-look = 👀 Не өзгергенін көру
notice-answers-changed =
    ✏️ <b>{ $name }</b>: «{ $event }» тіркеліміндегі жауаптар өзгерді.

    { $titles }
notice-answers-objected = ✋ <b>{ $name }</b>: ата-анасы «{ $event }» тіркеліміндегі өзгеріске қарсы.
notice-answers-put-back = ↩️ <b>{ $name }</b>: ұйымдастырушылар «{ $event }» тіркеліміндегі бұрынғы жауаптарды қайтарды.
case-changed = ✏️ <b>Жауаптар өзгерді.</b> Сызылғаны бұрынғысы; растасаңыз, жаңасы қабылданады.
case-changed-hidden = ✏️ Денсаулық туралы жауап өзгерді: оны тек медик көреді.
case-objects = ✋ Қарсы: { $name }
button-restore = ↩️ Бұрынғы жауаптарды қайтару
button-restore-yes = ↩️ Иә, қайтару
restore-question = Бұрынғы жауаптарды қайтарамыз ба? Қатысушы: <b>{ $name }</b>. Отбасына хабарлама барады.
history-answers-change = жауаптар өзгертілді
history-answers-put-back = бұрынғы жауаптар қайтарылды
history-answers-fine = ата-анасы өзгеріске қарсы емес
history-answers-objects = ата-анасы өзгеріске қарсы
error-amendments-closed = Жауаптарды бұл жерде өзгертуге енді болмайды. Қате болса, ұйымдастырушыларға жазыңыз.
dossier-changes = Өзгергенге дейінгі жауаптар
dossier-changed-question = Сұрақ
dossier-changed-was = Бұрынғысы
dossier-changed-at = Өзгерген уақыты
