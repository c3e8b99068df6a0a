"""What people type. The forms of outdoors and of helpers stand in modules of their own."""

from initiatives.forms.documents import DocumentForm
from initiatives.forms.joining import ParticipationForm
from initiatives.forms.moving import StepForm
from initiatives.forms.news import NewsForm, NewsTextForm
from initiatives.forms.photos import DescriptionsForm, OptionalPhotoForm, PhotoForm, PhotosForm
from initiatives.forms.publishing import FirstTimeForm, PublicNameForm, RulesForm
from initiatives.forms.writing import IdeaForm, ShareForm, WhereForm

__all__ = [
    "DescriptionsForm",
    "DocumentForm",
    "FirstTimeForm",
    "IdeaForm",
    "NewsForm",
    "NewsTextForm",
    "OptionalPhotoForm",
    "ParticipationForm",
    "PhotoForm",
    "PhotosForm",
    "PublicNameForm",
    "RulesForm",
    "ShareForm",
    "StepForm",
    "WhereForm",
]
