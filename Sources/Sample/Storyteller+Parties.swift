extension Storyteller {
  /// Number, parties, and that the extract holds everything.
  mutating func tellParties() {
    text.text("format", "skikk-case/1")
    text.text("id", "S-" + padded(plot.number))
    text.text("extracted", calendar.text(calendar.last))
    text.json("complete", Self.complete)
    text.json(
      "creditor",
      "{\"id\":\"\(plot.creditor.id)\",\"name\":\"\(plot.creditor.name)\",\"group\":\"none\","
        + "\"vatRegistered\":\(plot.creditor.isTaxed)}")
    if plot.course != .paidOnWarning {
      text.json(
        "agency",
        "{\"id\":\"\(plot.agency.id)\",\"name\":\"\(plot.agency.name)\","
          + "\"licence\":\"third-party\",\"group\":\"none\"}")
    }
    text.open("{", "debtor")
    text.text("id", "D-" + padded(plot.debtor.number))
    text.text("kind", plot.debtor.isBusiness ? "business" : "consumer")
    text.text("entity", plot.debtor.isBusiness ? "organisation" : "person")
    if !plot.debtor.isBusiness { text.text("born", plot.debtor.born) }
    text.json("addresses", "[{\"id\":\"home\",\"kind\":\"post\"}]")
    text.close("}")
  }

  /// The invoices.
  mutating func tellClaims() {
    text.open("[", "claims")
    for claim in plot.claims {
      text.open("{")
      text.text("id", claim.id)
      text.text("about", plot.creditor.about + Self.months[calendar.month(claim.due)])
      text.text("kid", String(claim.id.dropFirst(2)))
      text.text("kind", plot.creditor.kind)
      text.kroner("principal", claim.ore)
      text.text("due", calendar.text(claim.due))
      text.text("origin", calendar.text(claim.due - Self.credit - 30))
      text.json("interestBeforeDue", "0")
      text.json("invoiceFee", "\"none\"")
      if let service = plot.creditor.service { text.text("serviceKind", service) }
      if plot.debtor.isBusiness { text.json("derogates", "[]") }
      text.close("}")
    }
    text.close("]")
  }

  /// Days from an invoice to its due date.
  static let credit = 20

  private static let complete =
    "{\"letters\":true,\"assessments\":true,\"addresses\":true,\"settlements\":true,"
    + "\"claims\":true}"

  private static let months = [
    " januar", " februar", " mars", " april", " mai", " juni", " juli", " august", " september",
    " oktober", " november", " desember",
  ]

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
