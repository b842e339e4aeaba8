"""The dated figures."""

from pathlib import Path

from lebenslage.law.parameters import Parameters

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
