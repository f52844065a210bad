"""podman or docker as this machine has it: the image built, containers of it run, all in a store of the trial's own that goes when it ends."""

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from common import ROOT, SERVES, skip, wait_for

# As the README says that it can be run: whatever it does not need is taken away.
HARDENED = ("--read-only", "--cap-drop=ALL", "--security-opt", "no-new-privileges", "--network", "host")
STORAGE = '[storage]\ndriver = "{driver}"\nrunroot = "{folder}/run"\ngraphroot = "{folder}/root"\n'
BASE_PACKAGES = subprocess.run([ROOT / "docker/packages.sh", "image", "--list"], check=True, capture_output=True, text=True).stdout.split()
BUILD_S, RUN_S = 1200, 120


class Engine:
    """One of the two, and what it made."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="navicert-container-", dir="/var/tmp")
        self.environment, self.made = dict(os.environ), 0
        if subprocess.run(["docker", "info"], capture_output=True).returncode == 0 if shutil.which("docker") else False:
            self.name = "docker"
        elif shutil.which("podman"):
            self.name = "podman"
            self._choose_store()
        else:
            skip("neither a running docker nor podman is here")
        self.containers, self.volumes = [], []
        atexit.register(self.close)

    def _choose_store(self):
        """A store of its own: overlay where the kernel can, else plain copies."""
        path = f"{self.folder}/storage.conf"
        self.environment |= {"CONTAINERS_CONF": str(ROOT / "docker/containers.conf"), "CONTAINERS_STORAGE_CONF": path}
        for driver in ("overlay", "vfs"):
            shutil.rmtree(f"{self.folder}/root", ignore_errors=True)
            pathlib.Path(path).write_text(STORAGE.format(driver=driver, folder=self.folder))
            told = self.call("info", check=False)
            if told.returncode == 0:
                return
        shutil.rmtree(self.folder, ignore_errors=True)
        skip(f"podman cannot keep images here: {told.stderr.decode().strip().splitlines()[-1]}")

    def call(self, *words, check=True, seconds=RUN_S, **options):
        done = subprocess.run([self.name, *map(str, words)], env=self.environment, stdin=subprocess.DEVNULL, timeout=seconds,
                              capture_output=True, **options)
        if check and done.returncode != 0:
            raise SystemExit(f"FAILED {self.name} {' '.join(map(str, words))}: {done.stderr.decode().strip()[-1500:]}")
        return done

    def ask(self, *words):
        return self.call(*words).stdout.decode().strip()

    # --- images ---
    def make_base(self, packages=()):
        """A stand-in for debian:bookworm-slim; with the packages of the build in it, the build need not fetch them."""
        tar = f"{self.folder}/base.tar"
        done = subprocess.run([ROOT / "docker/mkbase.sh", tar, *packages], capture_output=True, text=True,
                              env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
        if done.returncode != 0:
            skip(f"no base image can be made here: {done.stderr.strip()[-300:]}")
        self.call("import", tar, "navicert-trial-base", seconds=BUILD_S)
        os.unlink(tar)
        tried = self.call("run", "--rm", *HARDENED, "navicert-trial-base", "true", check=False)
        if tried.returncode != 0:
            skip(f"{self.name} cannot run a container here: {tried.stderr.decode().strip().splitlines()[-1]}")

    def build(self, tag, *flags, dockerfile="docker/Dockerfile", context=ROOT):
        words = ["build", "--network", "host", "--build-arg", "BASE=navicert-trial-base", "-f", ROOT / dockerfile, "-t", tag]
        if self.name == "podman":
            # What lies between the first line and the last is kept by nobody; docker's format has HEALTHCHECK.
            words += ["--format", "docker", "--timestamp", "0", "--layers=false"]
        self.call(*words, *flags, context, seconds=BUILD_S)

    def dashboard_built(self):
        """Flags that give the build what lies in build/dashboard. docker mounts nothing into a build: there it is built again."""
        if os.environ.get("DASHBOARD") == "no":
            return ("--build-arg", "DASHBOARD=no")
        if self.name == "docker":
            return self.npm()
        return ("--volume", f"{ROOT}/build/dashboard:/src/build/dashboard:ro", "--build-arg", "DASHBOARD=built")

    @staticmethod
    def npm():
        """Flags by which a build asks the registry that this machine asks."""
        asked = subprocess.run(["npm", "config", "get", "registry"], capture_output=True, text=True, check=True)
        return ("--build-arg", f"NPM_REGISTRY={asked.stdout.strip()}")

    def inspect(self, what, *kind):
        return json.loads(self.ask("inspect", *kind, what))[0]

    def files(self, image, to):
        """The image's files, put into a folder; their names."""
        made = self.ask("create", image)
        os.makedirs(to)
        tar = f"{to}.tar"
        self.call("export", "-o", tar, made)
        self.call("rm", made)
        subprocess.run(["tar", "-xpf", tar, "-C", to], check=True)
        os.unlink(tar)

    # --- containers ---
    def volume(self):
        self.made += 1
        name = f"navicert-trial-{os.getpid()}-{self.made}"
        self.call("volume", "create", name)
        self.volumes.append(name)
        return name

    def once(self, image, flags, *words):
        """A command of the image, to its end."""
        return self.call("run", "--rm", *self.quiet(), *HARDENED, *flags, image, *words, check=False)

    def start(self, image, *flags, port):
        return Container(self, image, flags, port)

    def quiet(self):
        """podman asks systemd for its checks of health, which is not everywhere: the trial runs them itself."""
        return ("--no-healthcheck",)

    def close(self):
        for container in self.containers:
            container.remove()
        for volume in self.volumes:
            self.call("volume", "rm", "-f", volume, check=False)
        if self.name == "podman":
            subprocess.run(["umount", "-q", f"{self.folder}/root/overlay"], capture_output=True)
        else:
            self.call("rmi", "-f", "navicert-trial", "navicert-trial-again", "navicert-trial-base", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


class Container:
    """One that serves on a port of this machine."""

    def __init__(self, engine, image, flags, port):
        self.engine, self.port, self.starts = engine, port, 0
        self.id = engine.ask("run", "-d", *engine.quiet(), *HARDENED, "-e", f"NAVICERT_PORT={port}", *flags, image)
        engine.containers.append(self)
        self.wait()

    def logs(self):
        done = self.engine.call("logs", self.id)
        return (done.stdout + done.stderr).decode()

    def wait(self):
        """Until it serves, once more than before."""
        self.starts += 1
        wait_for(f"the container serves; it says: {self.logs()}", lambda: len(SERVES.findall(self.logs())) >= self.starts)

    def execute(self, *words, flags=()):
        return self.engine.call("exec", *flags, self.id, *words, check=False)

    def state(self):
        return self.engine.inspect(self.id, "--type", "container")["State"]

    def stop(self):
        """How it ended, and after how many seconds."""
        began = time.monotonic()
        self.engine.call("stop", "-t", "10", self.id)
        return self.state()["ExitCode"], time.monotonic() - began

    def kill(self, signal="KILL"):
        self.engine.call("kill", "--signal", signal, self.id)

    def start_again(self):
        wait_for("the container is down", lambda: not self.state()["Running"])
        self.engine.call("start", self.id)
        self.wait()

    def remove(self):
        self.engine.call("rm", "-fv", self.id, check=False)
