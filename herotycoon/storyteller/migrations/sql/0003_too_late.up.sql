-- Words may be good and come too late: the hero of whom they speak has decided meanwhile. Numbers of a decision are those
-- of its hero and its step.
ALTER TABLE storyteller_calls DROP CONSTRAINT storyteller_calls_outcome_check;
ALTER TABLE storyteller_calls ADD CONSTRAINT storyteller_calls_outcome_check
    CHECK (outcome IN ('asking', 'answered', 'too_late', 'unfit', 'garbled', 'too_large', 'timeout', 'unreachable',
                       'rate_limited', 'server_error', 'refused', 'lost', 'left_alone', 'over_budget'));
