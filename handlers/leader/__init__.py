"""Leaders of squads: the own squad, letters to its families."""
