"""Getting, keeping and removing models: camel-tools' catalogue, done safely."""
