"""The server of the ui-tests. It opens JupyterLab to everybody on this machine: never use it for anything else."""

import os
import sys
from pathlib import Path

from jupyterlab.galata import configure_jupyter_server

sys.path.append(str(Path.cwd()))
import language_pack  # noqa: E402

configure_jupyter_server(c)  # noqa: F821

c.ServerApp.port = int(os.environ["KERAS_DOCTOR_PORT"])  # noqa: F821
c.ServerApp.ip = "localhost"  # noqa: F821
c.ServerApp.allow_root = True  # noqa: F821
# Nothing is asked of the network: no news, no check for updates, no list of extensions.
c.LabApp.news_url = None  # noqa: F821
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"  # noqa: F821
c.LabApp.extension_manager = "readonly"  # noqa: F821
c.JupyterNotebookApp.expose_app_in_browser = True  # noqa: F821

language_pack.install()
# Where documents are written together: what they were goes with the tests.
c.SQLiteYStore.db_path = os.path.join(os.environ["JUPYTER_DATA_DIR"], "documents.db")  # noqa: F821
