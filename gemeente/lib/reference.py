"""Registry of reference rows (themes, roles): each app adds a loader; `manage.py load_reference` runs them all."""

from collections.abc import Callable

Loader = Callable[[], int]

_loaders: dict[str, Loader] = {}


def register_reference(name: str, loader: Loader) -> None:
    """Add a loader: idempotent, returns how many rows it made or changed. Raises ValueError when the name is taken."""
    if name in _loaders:
        raise ValueError(f"reference {name} is registered twice")
    _loaders[name] = loader


def reference_loaders() -> dict[str, Loader]:
    """Loaders by name, lowest storey first."""
    return dict(_loaders)
