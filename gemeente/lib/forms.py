"""Forms: the renderer of the portal, fields that carry the classes of NL Design System, and fields for pictures."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files import File
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.lib.documents import CleanDocument, DocumentRefused, clean_pdf
from gemeente.lib.file_names import shown_name
from gemeente.lib.images import CleanLogo, CleanPhoto, ImageRefused, clean_logo, clean_photo, clean_portrait


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: the POST data, however empty, and nothing on a GET."""
    return request.POST if request.method == "POST" else None


# What a text says that is too short or too long; TOO_LONG where nobody counts along.
LENGTHS = {
    "min_length": _("Dit is wel erg kort. Gebruik minstens %(limit_value)d tekens."),
    "max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens; het zijn er nu %(show_value)d."),
}
TOO_LONG = {"max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens.")}


class OneLineField(forms.CharField):
    """A text on one line: it may become the subject of a mail, which would not leave with a broken one."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return " ".join(text.split()) if text else ""


class MailField(forms.EmailField):
    """An e-mail address: one's own, unless a label says otherwise."""

    default_error_messages = {
        "required": _("Vul je e-mailadres in."),
        "invalid": _("Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."),
    }

    def __init__(self, *, label: Any = None, autocomplete: str = "email", **kwargs: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": autocomplete})
        super().__init__(label=label or _("Je e-mailadres"), widget=widget, **kwargs)


class DayField(forms.DateField):
    """A day, with a calendar where the browser has one."""

    default_error_messages = {
        "required": _("Kies een dag."),
        "invalid": _("Dit is geen datum. Schrijf hem als 2026-12-31, of kies hem in de kalender."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


# The first match counts, so a subclass stands before its parent.
WIDGET_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.FileInput, ""),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
)


def widget_class(widget: forms.Widget) -> str:
    """Classes for a widget: those it was given, then those of NL Design System."""
    given: str = widget.attrs.get("class", "")
    ours = next(classes for kind, classes in WIDGET_CLASSES if isinstance(widget, kind))
    return f"{given} {ours}".strip()


class PortalBoundField(BoundField):
    """A field as templates see it, with the look of the portal."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if not widget.is_hidden and (classes := widget_class(widget)):
            attrs.setdefault("class", classes)
        return attrs

    @property
    def is_checkbox(self) -> bool:
        """One box to tick: its label stands behind the box."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def error_target(self) -> str:
        """The id an error summary links to: of a group of choices, the first one."""
        return str(self.id_for_label or (f"{self.auto_id}_0" if self.use_fieldset else self.auto_id))


class PictureField(forms.FileField):
    """A picture that somebody uploads; its clean value is what `make` makes of it, or None when nothing new came."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    default_error_messages = {
        "required": _("Kies een foto."),
        "invalid": _("Kies een foto."),
        "missing": _("Kies een foto."),
        "empty": _("Dit bestand is leeg. Kies een andere foto."),
        "max_length": _("De naam van dit bestand is te lang. Geef het een kortere naam."),
    }

    def make(self, file: "File[bytes]") -> CleanPhoto | CleanLogo | bytes:
        """The clean picture of an upload. Raises ImageRefused."""
        raise NotImplementedError

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The clean picture. Raises ValidationError with the reason of a refusal."""
        file = super().clean(data, initial)
        if not file or file is initial:  # what is there already was made clean once
            return None
        try:
            return self.make(file)
        except ImageRefused as refusal:
            raise forms.ValidationError(str(refusal), code="refused") from refusal


class PhotoField(PictureField):
    """A photo: its clean value is a CleanPhoto."""

    def make(self, file: "File[bytes]") -> CleanPhoto:
        return clean_photo(file)


@dataclass(frozen=True)
class SentPhotos:
    """What came of several files: clean photos, and a sentence for each file that was refused."""

    clean: list[CleanPhoto] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class ManyFilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class PhotosField(PhotoField):
    """Several photos: its clean value is SentPhotos. A bad file refuses itself, and the field only where all are bad.

    Not more than six in one go: each takes a third of a second, and who sends them waits.
    """

    widget = ManyFilesInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    most = 6

    def clean(self, data: Any, initial: Any = None) -> SentPhotos:
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if len(files) > self.most:
            sentence = _("Dit zijn er te veel tegelijk. Kies er nu hooguit %(most)d; daarna kun je er meer sturen.")
            raise forms.ValidationError(sentence, code="many", params={"most": self.most})
        if not files:
            super().clean(None)
            return SentPhotos()
        sent, empty = SentPhotos(), str(self.error_messages["empty"])
        for file in files:
            try:
                sent.clean.append(self.make(file) if file.size else self.fail(empty))
            except ImageRefused as refusal:
                about = {"name": shown_name(file.name), "sentence": str(refusal)}
                sent.refused.append(str(refusal) if len(files) == 1 else gettext("“%(name)s”: %(sentence)s") % about)
        if not sent.clean:
            raise forms.ValidationError(sent.refused, code="refused")
        return sent

    def fail(self, sentence: str) -> CleanPhoto:
        """Refuse one file."""
        raise ImageRefused(sentence)


class DocumentField(forms.FileField):
    """A PDF: its clean value is a CleanDocument."""

    widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})
    default_error_messages = {
        "required": _("Kies een PDF."),
        "invalid": _("Kies een PDF."),
        "missing": _("Kies een PDF."),
        "empty": _("Dit bestand is leeg. Kies een andere PDF."),
        "max_length": _("De naam van dit bestand is te lang. Geef het een kortere naam."),
    }

    def clean(self, data: Any, initial: Any = None) -> CleanDocument | None:
        """The checked document. Raises ValidationError with the reason of a refusal."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return clean_pdf(file)
        except DocumentRefused as refusal:
            raise forms.ValidationError(str(refusal), code="refused") from refusal


class PortraitField(PictureField):
    """A portrait: its clean value is a square picture, as bytes."""

    def make(self, file: "File[bytes]") -> bytes:
        return clean_portrait(file)


class LogoField(PictureField):
    """A logo: its clean value is a CleanLogo."""

    def make(self, file: "File[bytes]") -> CleanLogo:
        return clean_logo(file)


class PortalRenderer(TemplatesSetting):
    """FORM_RENDERER: `{{ form }}` gives the error summary and the fields, `{{ field.as_field_group }}` one field."""

    form_template_name = "components/form_fields.html"
    field_template_name = "components/field.html"
    bound_field_class = PortalBoundField


def rest_on(form: forms.Form, number: Any, name: str = "based_on") -> None:
    """Let a form that was overtaken rest on what stands there now: what was typed stays, and once more counts, seen."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data[name] = str(number)
    form.data = data
