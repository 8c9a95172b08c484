/* Of traces.c: the calls of a trace, and what must hold after each. */

static int waits(long code)
{
	return code == GNUTLS_E_AGAIN || code == GNUTLS_E_INTERRUPTED;
}

/* A code that ended something: fatal ones must have had a cause. */
static void ended(struct side *e, const char *call, long code)
{
	if (!gnutls_error_is_fatal((int)code))
		return;
	e->dead = 1;
	/* The other side may have ended it, and what it sent after that tells so. */
	if (code == GNUTLS_E_TIMEDOUT && renewals < 0)
		return;
	if (!clear_injected && !e->peer->dead && !e->closed && !e->said_bye && !e->peer->said_bye && !codes)
		finding("%s %s: %s", e->name, call, gnutls_strerror_name((int)code));
	gnutls_alert_send_appropriate(e->s, (int)code);
	e->peer->in.closed = 1;
}

static void receive(struct side *e);
static void cork(struct side *e);

static void handshake(struct side *e)
{
	int code = gnutls_handshake(e->s);
	tell(e, "handshake", code);
	e->n_lent = 0;
	if (code == 0) {
		if (!e->open)
			receive_early(e);
		e->open = 1, e->shaking = 0;
	} else if (waits(code))
		e->shaking = 1;
	else if (code == GNUTLS_E_GOT_APPLICATION_DATA) {
		e->shaking = 1;
		receive(e);
	} else if (code == GNUTLS_E_WARNING_ALERT_RECEIVED) {
		/* Refused: the session goes on as it was. */
		e->shaking = gnutls_alert_get(e->s) != GNUTLS_A_NO_RENEGOTIATION;
		if (!e->shaking)
			renewals = -1;
	} else if (code != GNUTLS_E_HANDSHAKE_DURING_FALSE_START)
		ended(e, "handshake", code);
}

static void reauth(struct side *e)
{
	int code = gnutls_reauth(e->s, 0);
	tell(e, "reauth", code);
	e->n_lent = 0;
	e->reauthenticating = waits(code) || code == GNUTLS_E_GOT_APPLICATION_DATA || code == GNUTLS_E_WARNING_ALERT_RECEIVED;
	if (code == GNUTLS_E_GOT_APPLICATION_DATA)
		receive(e);
	else if (code < 0 && !e->reauthenticating && code != GNUTLS_E_INVALID_REQUEST)
		ended(e, "reauth", code);
}

/* What is sent now is one datagram. */
static void record(struct side *e, size_t n)
{
	if (!datagrams || e->n_records == sizeof e->records / sizeof e->records[0])
		return;
	e->records[e->n_records].at = e->sent;
	e->records[e->n_records].size = n;
	e->records[e->n_records++].arrived = 0;
}

static void send_some(struct side *e)
{
	/* The least that set_max_size allows is in a datagram. */
	size_t n = e->blocked ? e->blocked : 1 + (below(4) ? below(200) : below(datagrams ? 512 : LARGEST));
	ssize_t sent;
	const char *call = "send";
	/* What is corked beyond the least size may become several datagrams. */
	if (datagrams && e->corked && e->in_cork + n > 512) {
		cork(e);
		return;
	}
	fill(e, e->sent + e->in_cork, n);
	if (!e->blocked && !e->corked)
		record(e, n);
	if (e->blocked && below(2))
		sent = gnutls_record_send(e->s, NULL, 0);
	else if (tls13 && !e->blocked && !e->corked && below(4) == 0)
		call = "send-padded", sent = gnutls_record_send2(e->s, buffer, n, below(50), 0);
	else
		sent = gnutls_record_send(e->s, buffer, n);
	tell(e, call, codes && sent > 0 ? 1 : sent);
	if (sent >= 0) {
		if ((size_t)sent > n)
			finding("%s send: more than was given", e->name);
		if (e->corked)
			e->in_cork += sent;
		else
			e->sent += sent;
		e->blocked = 0;
	} else if (waits(sent))
		e->blocked = n;
	else if (sent != GNUTLS_E_SHORT_MEMORY_BUFFER && sent != GNUTLS_E_LARGE_PACKET)
		ended(e, "send", sent);
}

static void cork(struct side *e)
{
	if (e->corked) {
		int n;
		if (e->in_cork)
			record(e, e->in_cork);
		do
			n = gnutls_record_uncork(e->s, 0);
		while (datagrams && waits(n));
		tell(e, "uncork", n);
		if (n >= 0) {
			e->sent += n;
			e->in_cork -= n;
			if (!e->in_cork)
				e->corked = 0;
		} else if (!waits(n))
			ended(e, "uncork", n);
	} else {
		gnutls_record_cork(e->s);
		e->corked = 1;
		tell(e, "cork", 0);
	}
}

/* One of the datagrams that were sent and have not arrived. */
static void took_datagram(struct side *e, const unsigned char *data, size_t n)
{
	struct side *from = e->peer;
	unsigned i, known;
	size_t k = 0;
	for (i = known = 0; i < from->n_records; i++) {
		if (from->records[i].size != n)
			continue;
		for (k = 0; k < n && data[k] == stream(from, from->records[i].at + k); k++)
			;
		if (k < n)
			continue;
		if (!from->records[i].arrived) {
			from->records[i].arrived = 1;
			return;
		}
		known = 1;
	}
	finding(known ? "%s: a datagram twice" : "%s: a datagram that was not sent", e->name);
}

/* What came, against what was sent. */
static void took(struct side *e, const unsigned char *data, size_t n)
{
	struct side *from = e->peer;
	uint64_t limit = from->sent + from->blocked + from->in_cork;
	if (datagrams) {
		took_datagram(e, data, n);
		return;
	}
	if (e->received + n > limit)
		finding("%s: bytes that were not sent", e->name);
	for (size_t i = 0; i < n; i++)
		if (data[i] != stream(from, e->received + i)) {
			finding("%s: byte %llu of the stream is another", e->name, (unsigned long long)(e->received + i));
			break;
		}
	e->received += n;
}

static void receive(struct side *e)
{
	static unsigned char got[LARGEST];
	unsigned char number[8];
	gnutls_packet_t packet = NULL;
	gnutls_datum_t d;
	/* The client's may be a handshake. */
	if (auto_reauth && e == &client)
		e->n_lent = 0;
	/* A datagram in parts would be several. */
	size_t capacity = codes || datagrams ? 17000 : below(3) ? 1 + below(100) : sizeof got;
	ssize_t n;
	int way = below(4);
	if (way == 0) {
		n = gnutls_record_recv_packet(e->s, &packet);
		if (n > 0) {
			gnutls_packet_get(packet, &d, number);
			took(e, d.data, d.size);
		}
		gnutls_packet_deinit(packet);
	} else {
		n = way == 1 ? gnutls_record_recv_seq(e->s, got, capacity, number) : gnutls_record_recv(e->s, got, capacity);
		if (n > 0)
			took(e, got, n);
	}
	tell(e, "recv", codes && n > 0 ? 1 : n);
	if (n > 0 || waits(n))
		return;
	if (n == 0) {
		if (!e->peer->said_bye)
			finding("%s: an end without a close_notify", e->name);
		e->closed = 1;
	} else if (n == GNUTLS_E_REHANDSHAKE) {
		/* An alert would end a send that waits, and one warning too many the peer. */
		if (datagrams && renewals < 0 && e == &server)
			return; /* The hello that it has refused comes again. */
		if (e == &client || e->blocked || below(3) || warnings++ >= 4)
			e->shaking = 1;
		else {
			if (datagrams)
				renewals = -1;
			tell(e, "refuse", gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION));
		}
	} else if (n == GNUTLS_E_REAUTH_REQUEST)
		e->reauthenticating = 1;
	else
		ended(e, "recv", n);
}

/* A record in the clear, between records of the peer. */
static void inject(struct side *e)
{
	static const unsigned char forged[][12] = {
		{ 21, 3, 3, 0, 2, 1, 0 }, { 21, 3, 3, 0, 2, 2, 40 }, { 23, 3, 3, 0, 3, 'x', 'y', 'z' },
		{ 22, 3, 3, 0, 4, 0, 0, 0, 0 }, { 20, 3, 3, 0, 1, 1 },
	};
	int which = below(5);
	size_t n = 5 + forged[which][4];
	if (datagrams) {
		unsigned char one[24] = { forged[which][0], 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, (unsigned char)below(4), 0, forged[which][4] };
		memcpy(one + 13, forged[which] + 5, n - 5);
		deliver(&e->in, one, 8 + n, below(2));
		/* After a false start the keys of the peer are not there. */
		clear_injected |= false_start;
		return;
	}
	if (e->in.used || e->peer->blocked)
		return;
	e->in.cap = e->in.cap < n ? 64 : e->in.cap;
	e->in.data = realloc(e->in.data, e->in.cap);
	memcpy(e->in.data, forged[which], n);
	e->in.used = n;
	clear_injected = 1;
}

/* A side takes eight of the other's in a second, answers among them. */
static void key_update(struct side *e)
{
	int peer = below(2), code;
	if (updates == 8)
		return;
	updates++;
	code = gnutls_session_key_update(e->s, peer ? GNUTLS_KU_PEER : 0);
	tell(e, peer ? "key_update-peer" : "key_update", code);
	if (code < 0 && !waits(code) && code != GNUTLS_E_INVALID_REQUEST)
		ended(e, "key_update", code);
}

static void bye(struct side *e)
{
	int code, one_way = below(2);
	e->said_bye = 1;
	code = gnutls_bye(e->s, one_way ? GNUTLS_SHUT_WR : GNUTLS_SHUT_RDWR);
	tell(e, one_way ? "bye-write" : "bye", code);
	if (code < 0 && !waits(code))
		ended(e, "bye", code);
}

static void step(struct side *e)
{
	if (e->dead) {
		if (below(4) == 0) {
			/* A dead session gives nothing and takes nothing, and it does not crash. */
			static unsigned char got[1024];
			ssize_t n = gnutls_record_recv(e->s, got, datagrams ? sizeof got : 64);
			if (n > 0)
				took(e, got, n);
			getters(e);
		}
		return;
	}
	if (!e->open || e->shaking) {
		if (e->open && below(5) == 0)
			getters(e);
		handshake(e);
		return;
	}
	/* A server that asked waits for the answer. */
	if (e->reauthenticating && (e == &server || below(3))) {
		reauth(e);
		return;
	}
	if (e->blocked) {
		if (below(3))
			send_some(e);
		else
			receive(e);
		return;
	}
	switch (below(24)) {
	case 0: getters(e); break;
	case 1:
		if (!e->said_bye && !e->reauthenticating)
			cork(e);
		break;
	case 2:
		if (!e->said_bye)
			key_update(e);
		break;
	case 3:
		/* One renewal at a time: two hellos that cross are no fault. */
		if (renewals++ == 0 && !tls13 && !e->said_bye && !e->peer->said_bye) {
			if (e == &client)
				handshake(e);
			else {
				int code = gnutls_rehandshake(e->s);
				tell(e, "rehandshake", code);
			}
		}
		break;
	case 4:
		if (tls13 && !(kind->with & SHARED_KEY) && e == &server && !e->said_bye && !e->peer->said_bye && renewals++ == 0)
			reauth(e);
		break;
	case 5:
		if (below(8) == 0 && !e->corked)
			bye(e);
		break;
	case 6:
#ifndef FUZZ
		/* Fuzzing does not authenticate records. */
		if (below(16) == 0 && !codes)
			inject(e);
#endif
		break;
	case 7:
		/* What is corked would become several datagrams. */
		if (!datagrams || !e->corked)
			tell(e, "set_max_size", gnutls_record_set_max_size(e->s, 512 + below(16000)));
		break;
	case 8:
		/* More than a few are an attack. */
		if (!e->said_bye && below(3) == 0 && warnings++ < 4)
			tell(e, "warn", gnutls_alert_send(e->s, GNUTLS_AL_WARNING, GNUTLS_A_USER_CANCELED));
		break;
	default:
		if (below(2) && !e->said_bye)
			send_some(e);
		else
			receive(e);
	}
}
