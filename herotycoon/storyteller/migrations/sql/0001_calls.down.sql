DROP TABLE storyteller_calls;
