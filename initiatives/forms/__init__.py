"""What people type. The forms of outdoors and of helpers stand in modules of their own."""

from initiatives.forms.joining import ParticipationForm
from initiatives.forms.owning import NewsForm, PublicNameForm, RulesForm, StepForm
from initiatives.forms.photos import LENGTHS, OptionalPhotoForm, PhotoForm
from initiatives.forms.writing import IdeaForm, ShareForm, WhereForm

__all__ = [
    "LENGTHS",
    "IdeaForm",
    "NewsForm",
    "OptionalPhotoForm",
    "ParticipationForm",
    "PhotoForm",
    "PublicNameForm",
    "RulesForm",
    "ShareForm",
    "StepForm",
    "WhereForm",
]
