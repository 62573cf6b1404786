# SPDX-License-Identifier: Apache-2.0
"""A mail server that is not ours: takes mail over STARTTLS from who logs in, and tells of it.

    smtp_sink.py CERTIFICATE KEY USER PASSWORD

Prints its port, then a JSON object a mail on a line, as the standard library reads it.
It ends when its standard input does.
"""
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        bare = envelope.original_content.replace(b"\r\n", b"")
        told = {
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "user": session.auth_data.decode() if session.auth_data else "",
            "headers": [[name, str(value)] for name, value in mail.items()],
            "parts": {part.get_content_type(): part.get_content().replace("\r\n", "\n")
                      for part in mail.walk() if not part.is_multipart()},
            "type": mail.get_content_type(),
            "defects": [type(one).__name__ for part in mail.walk() for one in part.defects],
            "bare_line_ends": bare.count(b"\n") + bare.count(b"\r"),
            "longest_line": max(map(len, envelope.original_content.split(b"\r\n"))),
        }
        print(json.dumps(told), flush=True)
        return "250 2.0.0 Ok: queued as SINK1"


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        good = (data.login.decode(), data.password.decode()) == (user, password)
        return AuthResult(success=good, handled=False, auth_data=data.login if good else None)
    return check


async def main():
    certificate, key, user, password = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Sink(), hostname="sink.example", tls_context=context, require_starttls=True,
                     auth_required=True, authenticator=authenticator(user, password)),
        "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
