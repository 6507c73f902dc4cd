error-lottery-rules = These limits cannot all hold: check the minimums, the maximums and the number of places.
error-lottery-number = Please type the number from the announced source in digits, for example 512.34. If no source was announced, no number is needed.
error-lottery-changed = The draw was stopped: the list no longer matches the fingerprint published at the opening. Nothing was drawn.
error-lottery-early = The lottery can be opened once registration has closed, so that nobody is left out.
error-lottery-empty = There is nobody to draw from: no complete registration with consent is waiting.
error-lottery-places = There are not that many places to draw for. Please give a smaller number.
