DROP TABLE master_influence;
