"""Our palettes as Textual themes, for the few widgets that are not canvases."""

from textual.theme import Theme

from innovate_tui.ui.palette import COLOURS, LIGHT, PLAIN, SIXTEEN


def themes() -> list[Theme]:
    """One theme for each palette; those for poorer consoles use the terminal's own colours."""
    own = [
        Theme(
            name=name,
            primary=colours["key"],
            foreground=colours["text"],
            background=colours["bg"],
            surface=colours["bg"],
            panel=colours["raised"],
            warning=colours["warning"],
            error=colours["late"],
            success=colours["strength"],
            accent=colours["focus"],
            dark=name != LIGHT,
            text_alpha=1.0,
            variables={
                "border": colours["line"],
                "border-blurred": colours["line"],
                "line-ink": colours["line"],
                "focus-ink": colours["focus"],
                "input-cursor-background": colours["focus"],
                "input-cursor-foreground": colours["bg"],
                "input-cursor-text-style": "none",
                "input-selection-background": colours["chosen"],
            },
        )
        for name, colours in COLOURS.items()
    ]
    poor = [
        Theme(
            name=name,
            ansi=True,
            primary="ansi_default",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            warning="ansi_default",
            error="ansi_default",
            success="ansi_default",
            accent="ansi_default",
            secondary="ansi_default",
            dark=True,
            variables={
                "ansi-background": "ansi_default",
                "ansi-foreground": "ansi_default",
                "border": "ansi_default",
                "border-blurred": "ansi_default",
                "line-ink": "ansi_default",
                "focus-ink": "ansi_default",
                "input-cursor-background": "ansi_default",
                "input-cursor-foreground": "ansi_default",
                "input-cursor-text-style": "reverse",
                "input-selection-background": "ansi_default",
            },
        )
        for name in (SIXTEEN, PLAIN)
    ]
    return own + poor
