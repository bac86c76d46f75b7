extension Storyteller {
  /// How a letter goes: by post to the debtor's address, or by a channel that was agreed.
  mutating func tellChannel(_ channel: String = "post") {
    text.text("channel", channel)
    if channel == "post" {
      text.text("address", "home")
    } else {
      text.text("channelBasis", "agreed")
    }
  }

  /// What a letter says, and that nothing else was found in it.
  mutating func tellContent(_ states: [String], deadline: Day) {
    text.text("deadline", calendar.text(deadline))
    text.words("states", states)
    text.words("flags", [])
  }

  /// What an event charges; nothing of nothing.
  mutating func charge(_ kind: String, _ ore: Int, vat: Int = 0, stage: String? = nil) {
    guard ore > 0 else { return }
    text.open("[", "charges")
    text.open("{")
    text.text("kind", kind)
    text.kroner("amount", ore)
    text.kroner("vat", vat)
    if let stage { text.text("stage", stage) }
    text.close("}]")
    if let place = costs.firstIndex(where: { $0.kind == kind }) {
      costs[place].ore += ore
    } else {
      costs.append((kind, ore))
    }
  }

  /// The balance that a letter shows, with interest through a day or without any.
  mutating func demand(interestThrough day: Day? = nil) {
    text.open("{", "demands")
    let hidden = plot.fault == .feeInPrincipal && day != nil ? Self.hiddenFee : 0
    text.kroner("principal", principal + hidden)
    var asked = 0
    if let day {
      asked = interest(through: day)
      if plot.fault == .highInterest { asked = asked * 3 / 2 + Self.roundedUp }
      text.kroner("interest", asked)
    }
    if allCosts > 0 { tellCosts() }
    text.kroner("total", principal + hidden + asked + allCosts)
    if let day { tellInterest(through: day) }
    text.close("}")
  }

  private mutating func tellCosts() {
    text.kroner("costs", allCosts)
    text.open("[", "costLines")
    for (kind, ore) in costs {
      text.open("{")
      text.text("kind", kind)
      text.kroner("amount", ore)
      text.close("}")
    }
    text.close("]")
  }

  private mutating func tellInterest(through day: Day) {
    text.written("interestRate", calendar.tariff[day].latePercent)
    if plot.claims.count == 1 { text.text("interestFrom", calendar.text(plot.claims[0].due + 1)) }
    text.text("interestTo", calendar.text(day))
    guard plot.claims.count > 1, plot.fault != .highInterest, plot.fault != .feeInPrincipal else {
      return
    }
    text.open("[", "byClaim")
    for (place, claim) in plot.claims.enumerated() {
      text.open("{")
      text.text("claim", claim.id)
      text.kroner("principal", left[place])
      text.kroner("interest", interest(of: place, through: day))
      text.text("interestFrom", calendar.text(claim.due + 1))
      text.close("}")
    }
    text.close("]")
  }

  /// A fee that a careless agency adds to what it calls the principal, in øre.
  private static let hiddenFee = 9_500
  /// What a careless agency adds to the interest, in øre.
  private static let roundedUp = 2_500
}
