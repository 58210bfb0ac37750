"""Does an action: a command, or a form that is sent to the page."""

import re
from html import unescape
from urllib.parse import parse_qsl

from recall.errors import StorageError
from testing.commands.command_line import CommandLine, Outcome
from testing.faults.servers.actions import Action
from testing.web.browser import Browser

_SENTENCE = re.compile(r'<p class="(?:lead|problem)"[^>]*>(.*?)</p>', re.DOTALL)

_REDIRECT = 303


class Doer:
    """Does actions on a library; its files are in the folder of the command line."""

    def __init__(self, recall: CommandLine) -> None:
        """Sign a browser in."""
        self.recall = recall
        self._browser = Browser(recall)

    def do(self, action: Action) -> Outcome:
        """Do an action on the library that the environment names."""
        if action.words.startswith("POST "):
            _, path, fields = action.words.split(" ")
            return self._sent(path, dict(parse_qsl(fields)))
        return self.recall(*action.argv(str(self.recall.library.parent)))

    def _sent(self, path: str, fields: dict[str, str]) -> Outcome:
        """Send a form, and return what it came to as that of a command."""
        answer = self._browser.client.post(path, data=fields, follow_redirects=False)
        if answer.status_code == _REDIRECT:
            return Outcome(0, answer.headers["location"], "")
        said = [unescape(one) for one in _SENTENCE.findall(answer.text)]
        of_library = [one for one in said if one.startswith("the library ")]
        if of_library:
            return Outcome(StorageError.exit_code, "", f"recall: {of_library[0]}\n")
        return Outcome(answer.status_code, "", f"recall: {said}\n")
