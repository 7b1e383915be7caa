"""A real mail server on this machine: it keeps what it takes, and refuses what it is told to."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from pydantic import SecretStr

from bot.settings import Security, Smtp

SENDER = "Mellom <mellom@kommune.example>"
USER, PASSWORD = "mellom", "s3cret"
# For «localhost» and for tests alone: it opens nothing.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYFi37CHXq5ev+URX
algYvbvuPEnRtlJyti7pZNfESzShRANCAAQZKooUihN9jJS/wIpLiZy63zaBgaDy
0iKHngostaUK9Eti6+W1oba1qubmaLoBcLFsC4pscvsUSOgC+fftgEz4
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUVaEMVc8aX9ZLIqmvJ/Cbu2LmzEcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA3MTQ0OVoYDzIxMjYxMDI5
MDcxNDQ5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQZKooUihN9jJS/wIpLiZy63zaBgaDy0iKHngostaUK9Eti6+W1oba1
qubmaLoBcLFsC4pscvsUSOgC+fftgEz4o28wbTAdBgNVHQ4EFgQUv5B55DJeDGUq
JuvSWTI0dTaqpGYwHwYDVR0jBBgwFoAUv5B55DJeDGUqJuvSWTI0dTaqpGYwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAJClbdnr7236SokrFrSq1ebYmyNzvkEXAoYOSXcNDuPOAiEA
q3dBSelzcUuTYMd6dc6jWdkj+b3bzjWN1WockmpB5Ss=
-----END CERTIFICATE-----
"""


@dataclass(slots=True)
class Mailbox:
    """What came, by recipient, and what the server answers instead of taking a mail.

    ``to_recipient`` and ``to_mail`` are its answers; ``drops``: it takes the mail and says nothing.
    """

    port: int = 0
    came: list[tuple[str, EmailMessage]] = field(default_factory=list)
    connections: int = 0
    to_recipient: str | None = None
    to_mail: str | None = None
    drops: bool = False
    users: list[str] = field(default_factory=list)

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for to, mail in self.came if to == address]

    def smtp(self, security: Security = "none", *, user: bool = False) -> Smtp:
        """How a house reaches it."""
        host = "127.0.0.1" if security == "none" else "localhost"
        password = SecretStr(PASSWORD) if user else None
        return Smtp(host, self.port, security, SENDER, USER if user else None, password)

    async def handle_RCPT(  # noqa: N802 - as the library calls it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        if self.to_recipient is not None:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as the library calls it
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.to_mail is not None:
            return self.to_mail
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.came += [(to, mail) for to in envelope.rcpt_tos]
        if self.drops:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        return "250 OK"

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: object
    ) -> AuthResult:
        known = LoginPassword(USER.encode(), PASSWORD.encode())
        if said == known:
            self.users.append(USER)
        return AuthResult(success=said == known, handled=said == known)


@asynccontextmanager
async def mail_server(
    security: Security = "none", *, users: bool = False
) -> AsyncIterator[Mailbox]:
    """Serve until the end; with ``users`` only those who sign in."""
    box = Mailbox()

    def protocol() -> SMTP:
        box.connections += 1
        return SMTP(
            box,
            hostname="localhost",
            tls_context=_server_side() if security == "starttls" else None,
            require_starttls=security == "starttls",
            auth_required=users,
            auth_require_tls=security == "starttls",
            authenticator=box.authenticate if users else None,
        )

    loop = asyncio.get_running_loop()
    tls = _server_side() if security == "tls" else None
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=tls)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        await server.wait_closed()


@cache
def _server_side() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "localhost.pem"
        file.write_text(CERTIFICATE, encoding="ascii")
        context.load_cert_chain(file)
    return context


@cache
def trusting() -> ssl.SSLContext:
    """What a house knows that trusts this server's certificate."""
    _, begins, rest = CERTIFICATE.partition("-----BEGIN CERTIFICATE")
    return ssl.create_default_context(cadata=begins + rest)
