DROP TABLE hero_relationships;
DROP TABLE heroes;
