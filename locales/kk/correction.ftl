# For a native reader to check: «өзгергені туралы ескертпейді» for Telegram's silence about an edit.
button-correction = ✏️ Мәтінін өзгерту
button-correction-yes = ✏️ Иә, өзгертілсін
button-correction-again = ✍️ Қайта жазу
broadcast-head-correcting = <b>✏️ Мәтін чаттарда өзгертіліп жатыр</b>
correction-which = <b>✏️ Қай мәтінді өзгертеміз?</b>
correction-how = Адамдардың чатындағы мәтін осымен ауысады, суреттер орнында қалады. Ең көбі { $longest } таңба.
correction-text-needed = ⚠️ Жаңа мәтінді хабарлама етіп жіберіңізші.
correction-question = <b>✏️ Мәтінді өзгертеміз бе?</b> { $language }
correction-was = <b>— Қазір —</b>
correction-will-be = <b>— Жаңасы —</b>
correction-cut = { $text }…
correction-concerned = 👥 Мәтіні өзгеретін адамдар: { $number }. Telegram оның өзгергені туралы ескертпейді; әлі алмағандар жаңа мәтінді алады.
correction-nobody = ✏️ Мәтін өзгертілді; ескісі ешкімге жетпеген еді.
correction-changed = ✏️ Чаттарда өзгертілді: <b>{ $concerned } ішінен { $number }</b>
correction-waiting = ⏳ Өзгертілетіні қалды: { $number }
correction-left = ⚠️ Өзгертілмей қалды: <b>{ $number }</b>
history-broadcast-correct = хабарландырудың мәтіні өзгертілді
