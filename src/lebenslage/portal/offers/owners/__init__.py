"""Those who offer help keep their entries true, by a link that is theirs."""
