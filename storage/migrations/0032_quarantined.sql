-- How many updates are put aside is asked again and again, of an inbox that grows.
CREATE INDEX inbox_quarantined ON inbox (update_id) WHERE state = 'quarantined';
