UPDATE storyteller_calls SET outcome = 'answered' WHERE outcome = 'too_late';
ALTER TABLE storyteller_calls DROP CONSTRAINT storyteller_calls_outcome_check;
ALTER TABLE storyteller_calls ADD CONSTRAINT storyteller_calls_outcome_check
    CHECK (outcome IN ('asking', 'answered', 'unfit', 'garbled', 'too_large', 'timeout', 'unreachable', 'rate_limited',
                       'server_error', 'refused', 'lost', 'left_alone', 'over_budget'));
