DROP FUNCTION decision_context(jsonb);
DROP FUNCTION decision_contributions(jsonb);
DROP FUNCTION decision_options(jsonb);
DROP FUNCTION numbers_by_name(text, text[]);
