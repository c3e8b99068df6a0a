"""The initiatives of the demo, a module for each wijk and one for the town; long ones go on in a second module."""

from importlib import import_module
from pkgutil import iter_modules

from gemeente.demo.content.plan import DemoInitiative

MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
PLANS: tuple[DemoInitiative, ...] = tuple(plan for module in MODULES for plan in module.PLANS)
