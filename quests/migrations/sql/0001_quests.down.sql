DROP TABLE quest_assignments;
DROP TABLE quests;
