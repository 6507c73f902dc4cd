button-selection-scores = ⭐ Marks: { $stream }
score-head = ⭐ <b>{ $title }</b> · { $stream }
score-criteria = <b>Marks from 1 to 5 for:</b>
score-overall = The whole impression
score-progress = Fully marked: <b>{ $done }</b> of { $total } (by { $each } reviewers each)
score-blind = 🙈 Names are hidden while you mark.
button-score-next = ▶️ Next registration
score-none-left = Nothing is left for you to mark. Thank you!
button-score-own = ✏️ My marks for No. { $number }
button-score-own-conflict = 🙅 Left to others: No. { $number }
button-score-ranking = 🏆 Ranking
button-score-back = ⭐ Back to the marks
score-card = No. { $number }
score-card-name = 👤 <b>{ $name }</b>
score-whole = ✅ All marks are given. You can change them until the choice is made.
score-not-whole = Please give every mark below.
button-score-comment = 💬 Comment
button-score-conflict = 🙅 I know them
score-comment-question = 💬 Type a comment for the other organizers, please.
score-comment-is = 💬 { $text }
score-ranking-head = 🏆 <b>{ $stream }</b>, page { $page } of { $pages }
score-line-in = { $place }. ✅ { $name }: { $score } ({ $reviews })
score-line = { $place }. { $name }: { $score } ({ $reviews })
score-none = no marks
score-explained = The score is the mean of the marks. Who marks more strictly or more generously than the others is evened out, after five registrations. “=” means the same score: then whoever came first is first.
score-tied = ⚖️ The last place and the first without one have the same score: whoever came first gets it.
score-picture = 📊 How many have which score.
button-score-picture = 📊 Spread
button-score-choose = ✅ Choose the best
score-choose-question =
    ✅ Give the { $places } places by the ranking and put the others ({ $waiting }) on the waitlist in its order? Quotas are kept.

    Every family is told after 30 seconds; until then you can undo it.
score-choose-question-offers =
    ✅ Offer the { $places } places by the ranking and put the others ({ $waiting }) on the waitlist in its order? Quotas are kept; a place that is not taken in time goes on.

    Every family is told after 30 seconds; until then you can undo it.
score-choose-early = ⚠️ Without all their marks: { $missing }. Better wait for them.
button-score-choose-yes = ✅ Yes, choose
