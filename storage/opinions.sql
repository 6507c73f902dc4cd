-- What families say of a whole event.

-- name: may_say
-- Whether an account belongs to somebody who took part in an event.
SELECT 1 FROM family f WHERE f.event_id = :event_id AND f.account_id = :account_id AND f.status = 'confirmed' LIMIT 1;

-- name: find
-- What an account said.
SELECT stars, again, words FROM opinions WHERE event_id = :event_id AND account_id = :account_id;

-- name: set_stars!
-- How many stars an account gives.
INSERT INTO opinions (event_id, account_id, stars, said_at) VALUES (:event_id, :account_id, :stars, :now)
ON CONFLICT (event_id, account_id) DO UPDATE SET stars = excluded.stars, said_at = excluded.said_at;

-- name: set_again!
-- Whether they would come again.
UPDATE opinions SET again = :again, said_at = :now WHERE event_id = :event_id AND account_id = :account_id;

-- name: set_words!
-- What they say in their own words.
UPDATE opinions SET words = :words, said_at = :now WHERE event_id = :event_id AND account_id = :account_id;

-- name: count
-- How many gave how many stars and would or would not come again.
SELECT stars, again, COUNT(*) AS number FROM opinions WHERE event_id = :event_id GROUP BY stars, again;

-- name: words
-- The newest words about an event, of whomever.
SELECT stars, words FROM opinions WHERE event_id = :event_id AND words IS NOT NULL
ORDER BY said_at DESC, account_id LIMIT :limit;

-- name: forget!
-- What an account said is forgotten.
DELETE FROM opinions WHERE account_id = :account_id;

-- name: blank!
-- Words that were said long ago are forgotten; the stars stay.
UPDATE opinions SET words = NULL WHERE words IS NOT NULL AND said_at < :before;
