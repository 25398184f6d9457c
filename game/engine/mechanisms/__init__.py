"""One file for each mechanism, in the order of turn.ORDER_OF_PLAY. Each has `run(t)`; `ASKS` names its questions to chance."""
