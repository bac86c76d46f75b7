/// An invented creditor and its habits. No organisation number here can belong to anyone: the check
/// digits are wrong.
struct Creditor {
  let id: String
  let name: String
  /// Whether its claims stem from business that is liable to VAT.
  let isTaxed: Bool
  /// What it sells, as a claim says it.
  let about: String
  /// The kind of its claims.
  let kind: String
  /// The service its claims are for, if they are for one.
  let service: String?
  /// Invoice amounts in kroner, from the smallest to the largest.
  let prices: ClosedRange<Int>
  /// How many of a thousand customers are businesses.
  let businesses: Int
  /// Days that it waits after the due date before it writes.
  let patience: Int
  /// Days that its letters give.
  let grace: Int
  /// How many of a thousand first letters are a purring.
  let purrings: Int
  /// How many of a thousand cases it spoils.
  let carelessness: Int
  /// The agencies it uses, by place in the cast.
  let agencies: [Int]
}

/// An invented agency and its habits.
struct Agency {
  let id: String
  let name: String
  /// Days that its letters give.
  let grace: Int
  /// Days that it waits when a deadline is out, before the next step.
  let pause: Int
  /// Days from a payment to the payout.
  let payout: Int
  /// How many of a thousand cases it spoils.
  let carelessness: Int
  /// How many of a thousand cases it calls in.
  let calls: Int
}

/// Everybody in a sample who is not a debtor.
enum Cast {
  static let agencies = [
    Agency(
      id: "999000101", name: "Fjordheim Inkasso AS", grace: 16, pause: 3, payout: 5,
      carelessness: 30, calls: 450),
    Agency(
      id: "999000102", name: "Nordlys Inkasso AS", grace: 15, pause: 2, payout: 7,
      carelessness: 70, calls: 350),
    Agency(
      id: "999000103", name: "Vestkant Inkasso AS", grace: 18, pause: 5, payout: 6,
      carelessness: 110, calls: 250),
    Agency(
      id: "999000104", name: "Kvikk Inkasso AS", grace: 15, pause: 2, payout: 9,
      carelessness: 240, calls: 600),
  ]

  static let creditors = [
    Creditor(
      id: "999000111", name: "Granli Kraft AS", isTaxed: true, about: "Strøm", kind: "goods",
      service: nil, prices: 450...9_500, businesses: 120, patience: 16, grace: 16,
      purrings: 700, carelessness: 30, agencies: [0, 1]),
    Creditor(
      id: "999000112", name: "Tindra Mobil AS", isTaxed: true, about: "Abonnement",
      kind: "subscription", service: nil, prices: 199...1_900, businesses: 80, patience: 17,
      grace: 15, purrings: 900, carelessness: 60, agencies: [1, 3]),
    Creditor(
      id: "999000113", name: "Solsiden Tannklinikk AS", isTaxed: false, about: "Tannbehandling",
      kind: "service", service: "health", prices: 600...24_000, businesses: 0, patience: 18,
      grace: 20, purrings: 500, carelessness: 40, agencies: [0, 2]),
    Creditor(
      id: "999000114", name: "Pulsverket Trening AS", isTaxed: true, about: "Treningsavgift",
      kind: "subscription", service: nil, prices: 299...1_200, businesses: 0, patience: 15,
      grace: 15, purrings: 800, carelessness: 140, agencies: [3]),
    Creditor(
      id: "999000115", name: "Netthuset Handel AS", isTaxed: true, about: "Varer", kind: "goods",
      service: nil, prices: 150...12_000, businesses: 30, patience: 16, grace: 16,
      purrings: 850, carelessness: 50, agencies: [0, 2, 3]),
    Creditor(
      id: "999000116", name: "Bryggen Engros AS", isTaxed: true, about: "Deler", kind: "goods",
      service: nil, prices: 2_500...240_000, businesses: 1_000, patience: 20, grace: 17,
      purrings: 300, carelessness: 45, agencies: [1, 2]),
    Creditor(
      id: "999000117", name: "Lindås Parkering AS", isTaxed: true, about: "Parkering",
      kind: "service", service: nil, prices: 300...990, businesses: 50, patience: 21,
      grace: 16, purrings: 100, carelessness: 90, agencies: [2, 3]),
    Creditor(
      id: "999000119", name: "Elvebakken Barnehage SA", isTaxed: false, about: "Foreldrebetaling",
      kind: "service", service: nil, prices: 1_200...6_500, businesses: 0, patience: 15,
      grace: 15, purrings: 950, carelessness: 35, agencies: [1]),
  ]
}

/// An invented debtor.
struct Debtor {
  /// Counted from 1.
  let number: Int
  let isBusiness: Bool
  /// Day of birth of a person, before the sample begins.
  let born: String
}
