extension Storyteller {
  /// Number, parties, and that the extract holds everything.
  mutating func tellParties() {
    text.text("format", "skikk-case/1")
    text.text("id", "S-" + padded(plot.number))
    text.text("extracted", calendar.text(calendar.last))
    text.open("{", "complete")
    for group in Self.complete { text.flag(group, true) }
    text.close("}")
    text.open("{", "creditor")
    text.text("id", plot.creditor.id)
    text.text("name", plot.creditor.name)
    text.text("group", "none")
    text.flag("vatRegistered", plot.creditor.isTaxed)
    text.close("}")
    if plot.course != .paidOnWarning { tellAgency() }
    text.open("{", "debtor")
    text.text("id", "D-" + padded(plot.debtor.number))
    text.text("kind", plot.debtor.isBusiness ? "business" : "consumer")
    text.text("entity", plot.debtor.isBusiness ? "organisation" : "person")
    if !plot.debtor.isBusiness { text.text("born", plot.debtor.born) }
    text.open("[", "addresses")
    text.open("{")
    text.text("id", "home")
    text.text("kind", "post")
    text.close("}]}")
  }

  private mutating func tellAgency() {
    text.open("{", "agency")
    text.text("id", plot.agency.id)
    text.text("name", plot.agency.name)
    text.text("licence", "third-party")
    text.text("group", "none")
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
      text.kroner("interestBeforeDue", 0)
      text.text("invoiceFee", "none")
      if let service = plot.creditor.service { text.text("serviceKind", service) }
      if plot.debtor.isBusiness { text.words("derogates", []) }
      text.close("}")
    }
    text.close("]")
  }

  /// Days from an invoice to its due date.
  static let credit = 20

  /// What the extract holds all of, beside what is taken to be there anyway.
  private static let complete = ["letters", "assessments", "addresses", "settlements", "claims"]

  private static let months = [
    " januar", " februar", " mars", " april", " mai", " juni", " juli", " august", " september",
    " oktober", " november", " desember",
  ]

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
