"""What a school's coordinator sees: own unit, its link, its pupils, and nothing else."""
